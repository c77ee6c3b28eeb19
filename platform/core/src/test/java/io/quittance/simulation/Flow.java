package io.quittance.simulation;

import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.control.Booking;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import java.util.Collection;
import java.util.TreeSet;

/** Writes what was booked and lets follow what follows: exchange differences, and discounts for early payment. */
final class Flow {

    final Tables tables;
    final Exchanges exchanges;
    final Discounts discounts;

    Flow(Tables tables, Decisions decisions) {
        this.tables = tables;
        this.exchanges = new Exchanges(tables, decisions);
        this.discounts = new Discounts(this, decisions);
    }

    /** @param named invoices that the payers meant */
    void done(Booking booking, Collection<InvoiceId> named) {
        done(booking, named, () -> { });
    }

    /** @param meanwhile what is done once it is written, before what follows */
    void done(Booking booking, Collection<InvoiceId> named, Runnable meanwhile) {
        write(booking);
        meanwhile.run();
        TreeSet<InvoiceId> touched = new TreeSet<>((a, b) -> Long.compare(a.value(), b.value()));
        booking.added().forEach(row -> touched.add(row.invoice()));
        touched.addAll(named);
        discounts.bring(touched);
    }

    private void write(Booking booking) {
        tables.write(booking);
        exchanges.realise(booking);
    }

    Money free(AllocationRow share, Money most) {
        Booking booking = tables.booking();
        Money freed = booking.release(tables.payments.get(share.payment()).receipt(), share, most, AllocationReason.CREDITED,
                tables.today());
        write(booking);
        return freed;
    }

    void letOthersStepIn(InvoiceId invoice) {
        Booking booking = tables.booking();
        booking.letOthersStepIn(invoice);
        write(booking);
    }
}
