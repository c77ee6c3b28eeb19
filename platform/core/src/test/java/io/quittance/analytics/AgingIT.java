package io.quittance.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.analytics.boundary.AgingReport;
import io.quittance.analytics.boundary.AgingSealing;
import io.quittance.customer.Customer;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.JournalEpochs;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The kept sums against every claim and every line. */
class AgingIT {

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();
    private final Samples samples = new Samples(core);
    private final Customer customer = core.in(tenant, () -> samples.customer("Ager GmbH"));
    private final LocalDate today = tenant.today(core.clock());
    private final AtomicLong moves = new AtomicLong();

    @Test
    void random_edits_leave_the_sums_equal_to_the_claims_and_to_the_lines_of_any_past_day() {
        Random random = new Random(670);
        List<InvoiceId> invoices = core.in(tenant, () -> IntStream.range(0, 12)
                .mapToObj(i -> samples.issued(customer, Integer.toString(10 + random.nextInt(500)))).toList());
        equal();
        for (int step = 0; step < 60; step++) {
            InvoiceId invoice = invoices.get(random.nextInt(invoices.size()));
            edit(invoice, random);
            if (random.nextInt(4) == 0) {
                seal();
            }
            equal();
        }
        seal();
        assertThat(core.in(tenant, () -> core.get(AgingSealing.class).isRight())).contains(true);
    }

    @Test
    void sums_that_are_wrong_are_found_and_made_again() {
        core.run(tenant, () -> samples.issued(customer, "100"));
        seal();
        InvoiceId paid = core.in(tenant, () -> samples.issued(customer, "200"));
        seal();
        equal();
        // a claim that opens with no line behind it: what only a defect could do
        OpenClaim claim = claims(paid).getFirst();
        core.run(tenant, () -> core.get(Settlement.class).apply(claim.id(), claim.open(), "test:defect"));
        assertThat(core.in(tenant, () -> core.get(AgingSealing.class).isRight())).contains(false);

        core.run(tenant, () -> core.get(Settlement.class).release(claim.id(), claim.open(), "test:defect"));
        core.run(tenant, () -> core.get(AgingSealing.class).rebuild(core.get(JournalEpochs.class).finished()));
        assertThat(core.in(tenant, () -> core.get(AgingSealing.class).isRight())).contains(true);
    }

    @Test
    void while_writers_post_nothing_is_counted_twice_or_left_out() throws Exception {
        List<InvoiceId> invoices = core.in(tenant, () -> IntStream.range(0, 8)
                .mapToObj(i -> samples.issued(customer, "1000")).toList());
        seal();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> writers = IntStream.range(0, 3)
                    .mapToObj(thread -> threads.submit(writer(invoices, writing, thread))).toList();
            for (int round = 0; round < 15; round++) {
                seal();
                // empty when somebody posted between the two readings, each of the ten times
                assertThat(core.in(tenant, () -> core.get(AgingSealing.class).isRight())).isNotEqualTo(Optional.of(false));
            }
            writing.set(false);
            for (Future<Integer> writer : writers) {
                assertThat(writer.get(60, TimeUnit.SECONDS)).isPositive();
            }
        }
        equal();
        seal();
        equal();
    }

    private Callable<Integer> writer(List<InvoiceId> invoices, AtomicBoolean writing, int seed) {
        return () -> {
            Random random = new Random(seed);
            int edits = 0;
            while (writing.get() || edits == 0) {
                pay(invoices.get(random.nextInt(invoices.size())), 1 + random.nextInt(50), today.minusDays(random.nextInt(3)));
                edits++;
            }
            return edits;
        };
    }

    private void edit(InvoiceId invoice, Random random) {
        LocalDate day = today.minusDays(random.nextInt(20));
        switch (random.nextInt(6)) {
            case 0 -> core.run(tenant, () -> samples.issued(customer, Integer.toString(1 + random.nextInt(900))));
            case 1 -> claims(invoice).stream().filter(claim -> claim.kind() == ClaimKind.PRINCIPAL && claim.open().minorUnits() > 2)
                    .findFirst().ifPresent(claim -> core.run(tenant, () -> core.get(Instalments.class).schedule(invoice, List.of(
                            new Instalment(today.plusDays(random.nextInt(9)), new Money(1, claim.open().currency())),
                            new Instalment(today.plusDays(10), claim.open().minus(new Money(1, claim.open().currency())))))));
            case 2 -> claims(invoice).forEach(claim -> pay(claim, claim.open().minorUnits(), day));
            case 3 -> takeBack(invoice);
            default -> pay(invoice, 1 + random.nextInt(4000), day);
        }
    }

    private void pay(InvoiceId invoice, long minor, LocalDate day) {
        claims(invoice).forEach(claim -> pay(claim, minor, day));
    }

    private void pay(OpenClaim claim, long minor, LocalDate day) {
        if (minor > 0) {
            ManualPayment payment = new ManualPayment("aging-" + moves.incrementAndGet(), customer.id(),
                    new Money(minor, claim.open().currency()), PaymentMethod.CASH, day, "", List.of(claim.invoice()), true);
            assertThat(core.in(tenant, () -> core.get(ManualPayments.class).record(payment))).isInstanceOf(RecordOutcome.Recorded.class);
        }
    }

    private void takeBack(InvoiceId invoice) {
        core.run(tenant, () -> core.get(Allocations.class).ofInvoice(invoice).stream().filter(row -> row.left().isPositive())
                .forEach(row -> core.get(Allocations.class).release(row.id())));
    }

    private List<OpenClaim> claims(InvoiceId invoice) {
        return core.in(tenant, () -> core.get(Settlement.class).claims(invoice));
    }

    private void seal() {
        core.run(tenant, () -> {
            core.get(JournalEpochs.class).begin();
            core.get(JournalEpochs.class).finish();
            core.get(AgingSealing.class).advance(core.get(JournalEpochs.class).finished());
        });
    }

    private Map<String, List<AgingSlice>> report(LocalDate day) {
        return core.in(tenant, () -> core.get(AgingReport.class).asOf(day));
    }

    private void equal() {
        for (int ago : new int[] {0, 1, 5, 13, 40}) {
            LocalDate day = today.minusDays(ago);
            assertThat(report(day)).as("%s days ago", ago)
                    .isEqualTo(core.in(tenant, () -> core.get(AgingReport.class).recomputed(day)));
        }
    }
}
