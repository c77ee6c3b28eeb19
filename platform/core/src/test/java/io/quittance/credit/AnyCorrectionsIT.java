package io.quittance.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.Customer;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.ScheduleOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.TrialBalanceRow;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundWay;
import io.quittance.refund.boundary.RefundUnits;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do to invoices, in whatever order, the books hold. A failing seed replays. */
class AnyCorrectionsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static final int STEPS = 120;
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    private final Tenant tenant = CORE.newTenant();
    private final Customer customer = CORE.in(tenant, () -> SAMPLES.customer("Any Order GmbH"));
    private final List<InvoiceId> invoices = new ArrayList<>();
    private final List<PaymentId> payments = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void random_issues_payments_credits_write_offs_and_releases_keep_every_invariant(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> done = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String what = step(random, "s" + seed + "-" + step);
            done.merge(what, 1, Integer::sum);
            holds("seed " + seed + ", step " + step + ": " + what);
        }
        assertThat(done.keySet()).as("what was done").contains("issued", "paid", "credited", "written off", "laid out", "released",
                "refunded");
        assertThat(BooksOf.findings(tenant)).as("seed %d", seed).isEmpty();
    }

    private String step(Random random, String key) {
        if (invoices.isEmpty() || random.nextInt(6) == 0) {
            return issue(random);
        }
        InvoiceId invoice = invoices.get(random.nextInt(invoices.size()));
        return switch (random.nextInt(7)) {
            case 0, 1 -> pay(random, key, invoice);
            case 2 -> credit(random, key, invoice);
            case 3 -> writeOff(random, key, invoice);
            case 4 -> layOut(random, invoice);
            case 5 -> refund(random, key);
            default -> release(random);
        };
    }

    private String issue(Random random) {
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        List<LineInput> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            lines.add(LineInput.of("Item " + i, String.valueOf(1 + random.nextInt(5)), 1 + random.nextInt(90) + "." + random.nextInt(1000),
                    TaxRate.standard(random.nextBoolean() ? "19" : "7")));
        }
        invoices.add(CORE.in(tenant, () -> SAMPLES.issued(SAMPLES.draft(DraftInvoice.of(customer.id(), currency, lines)))));
        return "issued";
    }

    private String pay(Random random, String key, InvoiceId invoice) {
        Money gross = row(invoice).gross();
        Money amount = new Money(1 + random.nextLong(gross.minorUnits() * 3 / 2), gross.currency());
        RecordOutcome outcome = CORE.in(tenant, () -> CORE.get(ManualPayments.class).record(new ManualPayment(key, customer.id(), amount,
                PaymentMethod.CASH, LocalDate.parse("2026-01-05"), "", List.of(invoice), random.nextInt(4) == 0)));
        payments.add(((RecordOutcome.Recorded) outcome).payment());
        return "paid";
    }

    private String credit(Random random, String key, InvoiceId invoice) {
        CreditRoom room = CORE.in(tenant, () -> CORE.get(CreditNotes.class).room(invoice)).orElseThrow();
        CreditOrder order = switch (random.nextInt(4)) {
            case 0 -> CreditOrder.whole(key, invoice, "All of it");
            case 1 -> {
                CreditRoom.OfCategory part = room.categories().get(random.nextInt(room.categories().size()));
                yield new CreditOrder(key, invoice, CreditScope.CATEGORIES, List.of(),
                        List.of(new CategoryCredit(part.rate(), someOf(random, part.net()))), "Late", false);
            }
            default -> {
                CreditRoom.OfLine line = room.lines().get(random.nextInt(room.lines().size()));
                yield new CreditOrder(key, invoice, CreditScope.LINES, List.of(new LineCredit(line.line().position(),
                        someOf(random, line.left()))), List.of(), "Damaged", false);
            }
        };
        CreditOutcome outcome = CORE.in(tenant, () -> CORE.get(CreditNotes.class).issue(order));
        return outcome instanceof CreditOutcome.Issued ? "credited" : "credit refused";
    }

    private String writeOff(Random random, String key, InvoiceId invoice) {
        Money open = row(invoice).open();
        if (!open.isPositive()) {
            return "nothing to write off";
        }
        Money amount = random.nextBoolean() ? open : someOf(random, open);
        CORE.in(tenant, () -> CORE.get(WriteOffs.class).writeOff(new WriteOffOrder(key, invoice, amount, WriteOffReason.OTHER, "")));
        return "written off";
    }

    /** What is open of the principal in two instalments, where that is possible. */
    private String layOut(Random random, InvoiceId invoice) {
        Money open = row(invoice).open();
        if (open.minorUnits() < 2) {
            return "nothing to lay out";
        }
        LocalDate first = tenant.today(CORE.clock()).plusDays(1 + random.nextInt(20));
        List<Money> parts = open.splitEvenly(2);
        ScheduleOutcome outcome = CORE.in(tenant, () -> CORE.get(Instalments.class).schedule(invoice,
                List.of(new Instalment(first, parts.getFirst()), new Instalment(first.plusMonths(1), parts.getLast()))));
        return outcome instanceof ScheduleOutcome.Scheduled ? "laid out" : "not laid out";
    }

    private String release(Random random) {
        if (payments.isEmpty()) {
            return "nothing to release";
        }
        List<AllocationRow> standing = CORE.in(tenant, () -> CORE.get(Allocations.class)
                .ofPayment(payments.get(random.nextInt(payments.size())))).stream().filter(row -> row.left().isPositive()).toList();
        if (standing.isEmpty()) {
            return "nothing to release";
        }
        CORE.in(tenant, () -> CORE.get(Allocations.class).release(standing.getFirst().id()));
        return "released";
    }

    private String refund(Random random, String key) {
        if (payments.isEmpty()) {
            return "nothing to refund";
        }
        PaymentId payment = payments.get(random.nextInt(payments.size()));
        Money most = CORE.in(tenant, () -> CORE.get(RefundUnits.class).room(payment)).orElseThrow().refundable();
        RefundOrder order = new RefundOrder(key, payment, someOf(random, most), RefundWay.CASH, "Returned");
        return CORE.in(tenant, () -> CORE.get(RefundUnits.class).ask(order)) instanceof RefundOutcome.Accepted ? "refunded"
                : "refund refused";
    }

    /** A bit more than there is now and then, which has to be refused. */
    private static Money someOf(Random random, Money most) {
        return new Money(1 + random.nextLong(most.minorUnits() + 2), most.currency());
    }

    private void holds(String when) {
        Map<Currency, Money> open = new HashMap<>();
        for (InvoiceId invoice : invoices) {
            InvoiceRow row = row(invoice);
            Corrected corrected = corrected(invoice, row.gross());
            assertThat(row.open().isNegative()).as(when).isFalse();
            assertThat(row.open().plus(corrected.total()).compareTo(row.gross())).as(when).isLessThanOrEqualTo(0);
            assertThat(row.facts().settlement()).as(when)
                    .isEqualTo(SettlementStatus.of(row.gross(), row.open(), corrected.credited(), corrected.writtenOff(), false));
            open.merge(row.open().currency(), row.open(), Money::plus);
        }
        Map<Currency, Money> total = new HashMap<>();
        AsOf end = AsOf.day(LocalDate.of(2100, 1, 1));
        for (TrialBalanceRow account : CORE.in(tenant, () -> CORE.get(LedgerReports.class).trialBalance(end))) {
            Money balance = account.balance();
            total.merge(balance.currency(), balance, Money::plus);
            if (account.account().role() == AccountRole.RECEIVABLES) {
                assertThat(balance).as(when).isEqualTo(open.get(balance.currency()));
            }
        }
        assertThat(total.values()).as(when).allMatch(Money::isZero);
    }

    private InvoiceRow row(InvoiceId invoice) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row();
    }

    private Corrected corrected(InvoiceId invoice, Money likeThis) {
        Map<ClaimId, Corrected> claims = CORE.in(tenant, () -> CORE.get(Settlement.class).corrected(invoice));
        Money zero = Money.zero(likeThis.currency());
        return claims.values().stream().reduce(new Corrected(zero, zero), Corrected::plus);
    }
}
