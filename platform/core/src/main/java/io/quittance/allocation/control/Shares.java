package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.DecisionId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stored shares and unapplied cash as the booking of money needs them. */
public interface Shares {

    AllocationId nextId();

    DecisionId nextDecision();

    Instant now();

    String actor();

    /** Shares and takings-back of a payment, oldest first. */
    List<AllocationRow> rows(PaymentId payment);

    /** Payments meant for an invoice of which something rests, oldest first, after writing the given amounts; locked. */
    List<Receipt> unappliedFor(InvoiceId invoice, Map<PaymentId, Money> unapplied);
}
