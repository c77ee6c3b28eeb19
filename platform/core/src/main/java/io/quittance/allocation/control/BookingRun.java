package io.quittance.allocation.control;

import io.quittance.access.ActedBy;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.allocation.AllocationRow;
import io.quittance.invoice.InvoiceId;
import io.quittance.ledger.Posting;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Movements of money of several actors, booked one after the other and written together when {@link MoneyFlow} ends the run. */
final class BookingRun {

    private final Booking booking;
    private final StagedClaims claims;
    private final List<ActedBy<Posting>> postings = new ArrayList<>();
    private final List<ActedBy<AllocationRow>> shares = new ArrayList<>();
    private final Map<InvoiceId, Actor> touched = new LinkedHashMap<>();
    private final Map<PaymentId, Money> stored;

    /** @param stored what of each payment the table says that rests; kept up by whoever writes it meanwhile */
    BookingRun(Booking booking, StagedClaims claims, Map<PaymentId, Money> stored) {
        this.booking = booking;
        this.claims = claims;
        this.stored = stored;
    }

    void book(Actor actor, MovedPayment moved, boolean restToOldest) {
        stored.putIfAbsent(moved.receipt().id(), moved.receipt().unapplied());
        int posted = booking.postings().size();
        int shared = booking.added().size();
        CurrentActor.run(actor, () -> {
            booking.book(moved, restToOldest);
            return null;
        });
        postings.addAll(ActedBy.all(actor, booking.postings().subList(posted, booking.postings().size())));
        shares.addAll(ActedBy.all(actor, booking.added().subList(shared, booking.added().size())));
        moved.receipt().purpose().forEach(invoice -> touched.putIfAbsent(invoice, actor));
        booking.added().subList(shared, booking.added().size()).forEach(row -> touched.putIfAbsent(row.invoice(), actor));
    }

    Booking booking() {
        return booking;
    }

    StagedClaims claims() {
        return claims;
    }

    List<ActedBy<Posting>> postings() {
        return postings;
    }

    List<ActedBy<AllocationRow>> shares() {
        return shares;
    }

    /** Invoices that money moved in or out of, or was meant for, and who moved it first. */
    Map<InvoiceId, Actor> touched() {
        return touched;
    }

    /** What rests of payments where the table does not say so yet. */
    Map<PaymentId, Money> unwritten() {
        Map<PaymentId, Money> unwritten = new HashMap<>(booking.unapplied());
        stored.forEach((payment, amount) -> unwritten.remove(payment, amount));
        return unwritten;
    }
}
