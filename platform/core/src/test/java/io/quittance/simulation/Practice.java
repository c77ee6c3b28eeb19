package io.quittance.simulation;

import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.control.Booking;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.invoice.entity.InvoicePostings;
import io.quittance.ledger.PeriodState;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Plays steps by the product's decisions. Answers {@code done} or why not. */
final class Practice {

    static final String DONE = "done";
    static final String REFUSED = "refused";

    final Tables tables;
    private final Decisions decisions;
    private final Flow flow;
    private final Intake intake;
    private final Corrections corrections;
    private final Charges charges;
    private final Plans plans;

    Practice(Decisions decisions, Habits habits) {
        this.decisions = decisions;
        this.tables = new Tables(decisions, habits);
        this.flow = new Flow(tables, decisions);
        this.intake = new Intake(flow, decisions);
        this.corrections = new Corrections(flow, decisions);
        this.charges = new Charges(tables, decisions);
        this.plans = new Plans(tables, decisions);
    }

    String play(Step step) {
        return play(step, step instanceof Step.Deliver deliver ? deliver.crash() : -1);
    }

    /** @param crash the step of the unit at which the process dies; then it is done once more; -1 for never */
    String play(Step step, int crash) {
        try {
            return inUnit(step, crash);
        } catch (Store.Crash died) {
            return inUnit(step, -1);
        }
    }

    private String inUnit(Step step, int crash) {
        String[] answer = new String[1];
        tables.unit(crash, () -> answer[0] = inUnit(step));
        return answer[0];
    }

    private String inUnit(Step step) {
        return switch (step) {
            case Step.Clock clock -> {
                tables.now = Instant.ofEpochSecond(clock.epochSecond());
                yield DONE;
            }
            case Step.Issue issue -> issue(issue);
            case Step.Offer offer -> flow.discounts.offer(offer);
            case Step.Extend extend -> flow.discounts.extend(extend);
            case Step.Accrue accrue -> charges.accrue(new InvoiceId(accrue.invoice()));
            case Step.Waive waive -> charges.waive(waive);
            case Step.LayOut layOut -> plans.layOut(layOut);
            case Step.EndPlan end -> plans.end(new InvoiceId(end.invoice()));
            case Step.Replan replan -> plans.replace(replan);
            case Step.Receive receive -> intake.receive(receive);
            case Step.Exchanged exchanged -> intake.receive(exchanged);
            case Step.PayBack payBack -> intake.payBack(payBack);
            case Step.Hold hold -> hold(hold);
            case Step.Apply apply -> apply(apply);
            case Step.HandOut handOut -> handOut(new CustomerId(handOut.customer()));
            case Step.Undo undo -> undo(undo);
            case Step.Credit credit -> corrections.credit(credit);
            case Step.Cancel cancel -> corrections.cancel(cancel);
            case Step.WriteOff writeOff -> corrections.writeOff(writeOff);
            case Step.Reconcile reconcile -> reconcile(new InvoiceId(reconcile.invoice()));
            case Step.Close _ -> {
                tables.period = new PeriodState(Optional.of(tables.today().withDayOfMonth(1).minusDays(1)), Optional.empty());
                yield DONE;
            }
            case Step.Deliver deliver -> intake.take(deliver);
        };
    }

    private String issue(Step.Issue issue) {
        Currency currency = Currency.getInstance(issue.currency());
        List<LineInput> lines = issue.lines().stream().map(line -> new LineInput("work", new BigDecimal(line.quantity()), "",
                new BigDecimal(line.price()), new BigDecimal(line.discount()), rate(line.tax()))).toList();
        InvoiceTotals totals = decisions.totals(lines, currency);
        if (!totals.gross().isPositive()) {
            return REFUSED;
        }
        InvoiceId id = new InvoiceId(issue.invoice());
        CustomerId customer = new CustomerId(issue.customer());
        ClaimId principal = new ClaimId(issue.invoice() * 1000L);
        InvoiceNumber number = new InvoiceNumber("INV-%05d".formatted(issue.invoice()));
        LocalDate today = tables.today();
        tables.put(tables.bills, id, Bill.of(id, customer, number, totals, today, principal));
        tables.add(tables.byCustomer, customer, id);
        tables.claim(new OpenClaim(principal, ClaimKind.PRINCIPAL, id, number, customer, totals.gross(), totals.gross(), today,
                today.plusDays(issue.terms()), false), ClaimBalance.fresh(totals.gross()));
        tables.post(InvoicePostings.issued(new InvoicePostings.Owner(customer, id, principal), totals, today, number.text()));
        return DONE;
    }

    static TaxRate rate(String percent) {
        return percent.equals("0") ? TaxRate.untaxed(TaxCategory.E) : TaxRate.standard(percent);
    }

    private String hold(Step.Hold hold) {
        InvoiceId id = new InvoiceId(hold.invoice());
        if (!tables.bills.containsKey(id)) {
            return REFUSED;
        }
        tables.put(tables.bills, id, tables.bills.get(id).held(hold.on()));
        charges.held(id, hold.on());
        return DONE;
    }

    private String apply(Step.Apply wish) {
        PaymentId payment = new PaymentId(wish.payment());
        InvoiceId invoice = new InvoiceId(wish.invoice());
        List<OpenClaim> claims = tables.of(invoice);
        if (!tables.payments.containsKey(payment) || claims.isEmpty()) {
            return REFUSED;
        }
        Receipt receipt = tables.payments.get(payment).receipt();
        OpenClaim any = claims.getFirst();
        boolean strangers = receipt.customer().filter(owner -> !owner.equals(any.customer())).isPresent();
        if (strangers || !receipt.unapplied().currency().equals(any.open().currency())) {
            return REFUSED;
        }
        Money amount = new Money(wish.amount(), any.open().currency());
        ClaimBalance balance = tables.balance(invoice);
        if (!amount.isPositive() || amount.compareTo(receipt.unapplied()) > 0
                || amount.compareTo(balance.open().plus(balance.writtenOff())) > 0) {
            return REFUSED;
        }
        if (amount.compareTo(balance.open()) > 0) {
            tables.recover(invoice, amount.minus(balance.open()), "payment");
        }
        Booking booking = tables.booking();
        booking.apply(receipt, amount, left -> AllocationQuestion.of(AllocationPolicy.VERSION, left, List.of(invoice), "",
                List.of(AllocationStrategy.NAMED_CLAIMS), tables.of(invoice)), Optional.of(AllocationReason.BY_HAND), tables.today());
        flow.done(booking, List.of());
        return DONE;
    }

    private String handOut(CustomerId customer) {
        List<Receipt> resting = intake.resting(customer);
        Booking booking = tables.booking();
        resting.forEach(receipt -> booking.handOut(receipt, tables.today()));
        flow.done(booking, List.of());
        return DONE;
    }

    private String undo(Step.Undo wish) {
        PaymentId payment = new PaymentId(wish.payment());
        List<AllocationRow> shares = tables.rows(payment).stream().filter(row -> row.takesBack().isEmpty()).toList();
        if (wish.share() >= shares.size()) {
            return REFUSED;
        }
        Booking booking = tables.booking();
        Money released = booking.release(tables.payments.get(payment).receipt(), shares.get(wish.share()), tables.today());
        if (released.isZero()) {
            return REFUSED;
        }
        flow.done(booking, List.of(), () -> intake.forgetPurpose(payment));
        return DONE;
    }

    private String reconcile(InvoiceId id) {
        Bill bill = tables.bills.get(id);
        if (bill == null || tables.balance(id).settlement(bill.reconciled()) != SettlementStatus.PAID) {
            return REFUSED;
        }
        tables.put(tables.bills, id, bill.seenOnTheBank(true));
        tables.touchedBills.add(id);
        return DONE;
    }
}
