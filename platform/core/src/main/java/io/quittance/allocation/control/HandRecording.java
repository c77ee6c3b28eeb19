package io.quittance.allocation.control;

import io.quittance.Fault;
import io.quittance.access.ActedBy;
import io.quittance.allocation.Exchange;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.entity.Realised;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.OpenClaim;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.HandMadePayment;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Judges payments recorded by hand, enters those that are sound and allocates them. */
@ApplicationScoped
public class HandRecording {

    private static final int LONGEST_REFERENCE = 140;
    /** Recorded by one round of statements. */
    private static final int MOST = 500;

    @Inject
    Receipts receipts;
    @Inject
    Customers customers;
    @Inject
    ExchangeBooks exchanges;
    @Inject
    Journal journal;
    @Inject
    MoneyFlow flow;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** Each by its actor; the outcomes come in the same order. */
    public List<RecordOutcome> recordAll(List<ActedBy<ManualPayment>> wishes) {
        List<RecordOutcome> outcomes = new ArrayList<>(wishes.size());
        for (int from = 0; from < wishes.size(); from += MOST) {
            List<ActedBy<ManualPayment>> round = wishes.subList(from, Math.min(wishes.size(), from + MOST));
            record(flow.run(true), round, sound -> sound).forEach(outcome -> outcomes.add(outcome.orElseThrow()));
        }
        return outcomes;
    }

    /**
     * Records what several actors want by one round of statements. They do not wait for whoever holds one of their claims.
     *
     * @param gate is shown the wishes that are sound before anything is written, and says which of them are recorded
     * @return in the same order; empty where the gate left one out
     * @throws io.quittance.tenancy.SqlFailure when they would have to wait: each alone may
     */
    public List<Optional<RecordOutcome>> recordTogether(List<ActedBy<ManualPayment>> wishes,
            UnaryOperator<List<ActedBy<ManualPayment>>> gate) {
        return record(flow.run(false), wishes, gate);
    }

    private List<Optional<RecordOutcome>> record(BookingRun run, List<ActedBy<ManualPayment>> wishes,
            UnaryOperator<List<ActedBy<ManualPayment>>> gate) {
        run.claims().hold(wishes.stream().flatMap(wish -> wish.what().purpose().stream()).toList());
        Set<CustomerId> known = known(wishes, run.claims());
        Map<ActedBy<ManualPayment>, RecordOutcome> outcomes = new IdentityHashMap<>();
        List<ActedBy<ManualPayment>> sound = new ArrayList<>();
        for (ActedBy<ManualPayment> wish : wishes) {
            List<Fault> faults = faults(wish.what(), run.claims(), known);
            if (faults.isEmpty()) {
                sound.add(wish);
            } else {
                outcomes.put(wish, new RecordOutcome.Refused(faults));
            }
        }
        book(run, gate.apply(sound), outcomes);
        return wishes.stream().map(outcomes::get).map(Optional::ofNullable).toList();
    }

    /** Whoever is claimed from is a customer; the others are looked up. */
    private Set<CustomerId> known(List<ActedBy<ManualPayment>> wishes, StagedClaims claims) {
        Set<CustomerId> known = new HashSet<>();
        Set<CustomerId> others = new HashSet<>();
        for (ActedBy<ManualPayment> wish : wishes) {
            wish.what().purpose().forEach(invoice -> claims.of(invoice).forEach(claim -> known.add(claim.customer())));
            others.add(wish.what().customer());
        }
        others.removeAll(known);
        if (!others.isEmpty()) {
            known.addAll(customers.known(others));
        }
        return known;
    }

    private void book(BookingRun run, List<ActedBy<ManualPayment>> sound, Map<ActedBy<ManualPayment>, RecordOutcome> outcomes) {
        List<Optional<MovedPayment>> entered = receipts.enterAll(sound.stream().map(wish -> wish.with(handMade(wish.what()))).toList());
        run.claims().look(sound.stream().map(ActedBy::what).filter(ManualPayment::restToOldest)
                .map(given -> new StagedClaims.Debt(given.customer(), worth(given).currency())).toList());
        Map<ActedBy<ManualPayment>, PaymentId> booked = new IdentityHashMap<>();
        for (int i = 0; i < sound.size(); i++) {
            ActedBy<ManualPayment> wish = sound.get(i);
            if (entered.get(i).isPresent()) {
                MovedPayment moved = meant(entered.get(i).get(), wish);
                run.book(wish.actor(), moved, wish.what().restToOldest());
                booked.put(wish, moved.receipt().id());
            } else {
                outcomes.put(wish, repeated(handMade(wish.what())));
            }
        }
        flow.end(run);
        booked.forEach((wish, id) -> outcomes.put(wish,
                new RecordOutcome.Recorded(id, run.booking().sharesOf(id), run.booking().unapplied().get(id))));
    }

    private static HandMadePayment handMade(ManualPayment given) {
        return new HandMadePayment(given.key(), given.customer(), worth(given), given.method(), given.receivedOn(), given.reference(),
                given.exchange().isPresent());
    }

    /** With what the payer named; of an exchanged one, the side of the money that came in is posted. */
    private MovedPayment meant(MovedPayment entered, ActedBy<ManualPayment> wish) {
        ManualPayment given = wish.what();
        Receipt plain = entered.receipt();
        given.exchange().ifPresent(exchange ->
                journal.postAllBy(List.of(wish.with(exchanges.exchanged(plain.id(), given, exchange)))));
        return new MovedPayment(new Receipt(plain.id(), plain.customer(), given.purpose(), plain.unapplied(), plain.account(),
                given.reference()), entered.moves());
    }

    /** What it settles. */
    private static Money worth(ManualPayment given) {
        return given.exchange().map(exchange -> Realised.worth(given.amount(), exchange.rate(), exchange.into())).orElse(given.amount());
    }

    private RecordOutcome repeated(HandMadePayment payment) {
        PaymentId earlier = receipts.idByHand(payment.key()).orElseThrow();
        return receipts.byHand(payment.key()).filter(payment::equals).isPresent()
                ? new RecordOutcome.AlreadyRecorded(earlier)
                : new RecordOutcome.Refused(List.of(Fault.of("key", payment.key(), "payment.keyUsed")));
    }

    private List<Fault> faults(ManualPayment given, StagedClaims claims, Set<CustomerId> known) {
        List<Fault> faults = new ArrayList<>();
        if (given.key() == null || !given.key().matches("[\\x21-\\x7e]{1,128}")) {
            faults.add(Fault.of("key", given.key(), "payment.key"));
        }
        if (!given.amount().isPositive()) {
            faults.add(Fault.of("amount", given.amount().toDecimal().toPlainString(), "payment.amountNotPositive"));
        }
        if (given.receivedOn().isAfter(tenant.get().today(clock))) {
            faults.add(Fault.of("receivedOn", given.receivedOn(), "payment.receivedInFuture"));
        }
        if (given.reference().length() > LONGEST_REFERENCE) {
            faults.add(Fault.of("reference", given.reference(), "payment.referenceTooLong", LONGEST_REFERENCE));
        }
        if (!known.contains(given.customer())) {
            faults.add(Fault.of("customer", given.customer(), "payment.unknownCustomer"));
        }
        given.exchange().ifPresent(exchange -> faults.addAll(exchanges.faults(given, exchange)));
        for (int i = 0; i < given.purpose().size(); i++) {
            purposeFault(given, claims.of(given.purpose().get(i)), i).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Fault> purposeFault(ManualPayment given, List<OpenClaim> claims, int number) {
        String field = "purpose[" + number + "]";
        if (claims.isEmpty() || !claims.getFirst().customer().equals(given.customer())) {
            return Optional.of(Fault.of(field, given.purpose().get(number), "payment.unknownInvoice"));
        }
        OpenClaim any = claims.getFirst();
        Currency settles = given.exchange().map(Exchange::into).orElse(given.amount().currency());
        return any.claimed().currency().equals(settles) ? Optional.empty()
                : Optional.of(Fault.of(field, any.number(), "payment.currencyDiffers", any.claimed().currency(), settles));
    }
}
