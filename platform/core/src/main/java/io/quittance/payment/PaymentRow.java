package io.quittance.payment;

import io.quittance.customer.CustomerId;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A payment as a line of a list.
 *
 * @param gateway    plugin id of the gateway, or {@link #BY_HAND}
 * @param reference  the gateway's name for it; of one recorded by hand, its key
 * @param customer   empty while nobody knows who paid
 * @param customerName as it is now; empty while nobody knows
 * @param label      the method as a person recognises it, such as {@code Visa •••• 4242}, or what our people
 *                   noted: cheque number, reference of the transfer; may be empty
 * @param gross      what the payer paid
 * @param fee        what the gateway kept
 * @param takenBack  refunds and charge-backs so far
 * @param unapplied  what of it rests in unapplied cash; negative when more was taken back than was paid
 * @param receivedOn civil day in the tenant's zone; empty until captured
 */
public record PaymentRow(PaymentId id, String gateway, String reference, Optional<CustomerId> customer, String customerName,
        PaymentMethod method, String label, PaymentState state, Money gross, Money fee, Money takenBack, Money unapplied,
        Optional<LocalDate> receivedOn, Instant firstSeenAt) {

    /** Recorded by our own people. */
    public static final String BY_HAND = "manual";
}
