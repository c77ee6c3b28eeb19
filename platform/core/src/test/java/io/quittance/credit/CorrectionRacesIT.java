package io.quittance.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.access.Roles;
import io.quittance.approval.ApprovalId;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.boundary.Approvals;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One wish, sent many times: at the same instant, and before and after a limit was changed. */
class CorrectionRacesIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final int THREADS = 12;

    private final Shop shop = new Shop(CORE, new ToyPay());

    @AfterEach
    void every_invariant_holds() {
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void many_write_offs_at_the_same_instant_under_one_key_are_one() {
        InvoiceId invoice = shop.issued("100.00");
        List<WriteOffOutcome> outcomes = atOnce(() -> writeOff("k", invoice, "10.00"));
        assertThat(outcomes).filteredOn(WriteOffOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(WriteOffOutcome.AlreadyDone.class::isInstance).hasSize(THREADS - 1);
        assertThat(shop.open(invoice)).isEqualTo(eur("109.00"));
    }

    @Test
    void many_write_offs_of_all_that_is_open_under_one_key_are_one() {
        InvoiceId invoice = shop.issued("100.00");
        List<WriteOffOutcome> outcomes = atOnce(() -> writeOff("k", invoice, "119.00"));
        assertThat(outcomes).filteredOn(WriteOffOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(WriteOffOutcome.AlreadyDone.class::isInstance).hasSize(THREADS - 1);
    }

    @Test
    void many_credits_at_the_same_instant_under_one_key_are_one() {
        InvoiceId invoice = shop.issued("100.00");
        List<CreditOutcome> outcomes = atOnce(() -> credit("k", invoice));
        assertThat(outcomes).filteredOn(CreditOutcome.Issued.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(CreditOutcome.AlreadyIssued.class::isInstance).hasSize(THREADS - 1);
    }

    @Test
    void many_wishes_above_the_limit_under_one_key_wait_as_one() {
        InvoiceId invoice = shop.issued("100.00");
        limit("50");
        assertThat(atOnce(() -> writeOff("k", invoice, "60.00"))).hasSize(THREADS).allMatch(WriteOffOutcome.Waiting.class::isInstance)
                .containsOnly(writeOff("k", invoice, "60.00"));
    }

    @Test
    void what_waits_for_a_second_person_goes_on_waiting_when_the_limit_is_lifted_and_is_corrected_once() {
        InvoiceId invoice = shop.issued("100.00");
        limit("5");
        WriteOffOutcome.Waiting writeOff = (WriteOffOutcome.Waiting) writeOff("w", invoice, "10.00");
        CreditOutcome.Waiting credit = (CreditOutcome.Waiting) credit("c", invoice);
        shop.in(() -> CORE.get(Approvals.class).changeLimits(ApprovalLimits.NONE));
        assertThat(writeOff("w", invoice, "10.00")).isEqualTo(writeOff);
        assertThat(credit("c", invoice)).isEqualTo(credit);
        assertThat(shop.open(invoice)).as("nothing happened behind the back of the second person").isEqualTo(eur("119.00"));

        assertThat(approve(writeOff.approval())).isInstanceOf(ApprovalOutcome.Approved.class);
        assertThat(writeOff("w", invoice, "10.00")).isInstanceOf(WriteOffOutcome.AlreadyDone.class);
        assertThat(shop.open(invoice)).isEqualTo(eur("109.00"));
        assertThat(approve(credit.approval())).isInstanceOf(ApprovalOutcome.Approved.class);
        assertThat(credit("c", invoice)).isInstanceOf(CreditOutcome.AlreadyIssued.class);
        assertThat(shop.in(() -> CORE.get(CreditNotes.class).ofInvoice(invoice))).hasSize(1);
    }

    private void limit(String amount) {
        shop.in(() -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", new BigDecimal(amount)))));
    }

    private ApprovalOutcome approve(ApprovalId request) {
        Actor bert = new Actor.Person("bert", "bert", "bert@example.com", Set.of("accountant"),
                CORE.get(Roles.class).permissions(Set.of("accountant")));
        return TenantScope.<ApprovalOutcome, RuntimeException>call(shop.tenant(), bert,
                () -> CORE.get(Approvals.class).approve(request));
    }

    private WriteOffOutcome writeOff(String key, InvoiceId invoice, String amount) {
        return shop.in(() -> CORE.get(WriteOffs.class)
                .writeOff(new WriteOffOrder(key, invoice, eur(amount), WriteOffReason.INSOLVENT, "")));
    }

    private CreditOutcome credit(String key, InvoiceId invoice) {
        return shop.in(() -> CORE.get(CreditNotes.class).issue(CreditOrder.whole(key, invoice, "Cancelled")));
    }

    private static Money eur(String amount) {
        return ToyPay.eur(amount);
    }

    private static <T> List<T> atOnce(Callable<T> wish) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            return threads.invokeAll(Collections.nCopies(THREADS, wish)).stream().flatMap(CorrectionRacesIT::result).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static <T> Stream<T> result(Future<T> done) {
        try {
            return Stream.of(done.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError("a race must not fail", failed);
        }
    }
}
