package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened at a gateway, in the product's own words.
 *
 * <p>Its JSON form is described by {@code schema/payment-event-1.json}. A delivery may repeat an event, and events may
 * arrive in any order: whoever applies them goes by payment and {@link Occurrence#sequence}.
 */
public sealed interface PaymentEvent {

    Occurrence occurrence();

    /** The money is reserved, not yet ours. */
    record Authorised(Occurrence occurrence, Money gross) implements PaymentEvent {
        public Authorised {
            Objects.requireNonNull(occurrence, "occurrence");
            requirePositive(gross);
        }
    }

    /**
     * The money is ours, less the fee.
     *
     * @param gross  what the payer paid
     * @param fee    what the gateway keeps, zero when it is not known yet (a {@link Fee} follows)
     * @param method what the payer paid with
     * @param label  the method as a person recognises it, such as {@code Visa •••• 4242}
     */
    record Captured(Occurrence occurrence, Money gross, Money fee, MethodKind method, String label) implements PaymentEvent {
        public Captured {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(label, "label");
            requirePositive(gross);
            if (fee.isNegative() || fee.compareTo(gross) > 0) {
                throw new IllegalArgumentException("a fee lies between zero and the gross " + gross + ", not " + fee);
            }
        }

        public Money net() {
            return gross.minus(fee);
        }
    }

    /**
     * The attempt came to nothing.
     *
     * @param code   the gateway's own code
     * @param reason one sentence for the person who acts
     */
    record Failed(Occurrence occurrence, Money gross, String code, String reason) implements PaymentEvent {
        public Failed {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(gross, "gross");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Money went back to the payer.
     *
     * @param refund      the gateway's name for the refund
     * @param amount      what went back by this refund
     * @param feeReturned what the gateway gave back of its fee, often zero
     */
    record Refunded(Occurrence occurrence, GatewayPaymentId refund, Money amount, Money feeReturned) implements PaymentEvent {
        public Refunded {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(refund, "refund");
            Objects.requireNonNull(feeReturned, "feeReturned");
            requirePositive(amount);
        }
    }

    /**
     * The payer's bank took the money back, at least for now.
     *
     * @param dispute   the gateway's name for the dispute
     * @param amount    what was taken back
     * @param fee       what the gateway charges for it
     * @param reason    the gateway's or the scheme's code
     * @param respondBy until when evidence counts, if the gateway says so
     */
    record Disputed(Occurrence occurrence, GatewayPaymentId dispute, Money amount, Money fee, String reason,
                    Optional<Instant> respondBy) implements PaymentEvent {
        public Disputed {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(dispute, "dispute");
            Objects.requireNonNull(fee, "fee");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(respondBy, "respondBy");
            requirePositive(amount);
        }
    }

    /**
     * The dispute is over.
     *
     * @param won      whether the money came back to us
     * @param amount   what came back, zero when lost
     */
    record DisputeClosed(Occurrence occurrence, GatewayPaymentId dispute, boolean won, Money amount) implements PaymentEvent {
        public DisputeClosed {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(dispute, "dispute");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /**
     * The gateway transferred a batch to the tenant's bank account. Here {@link Occurrence#payment} names the payout.
     *
     * @param gross        captured amounts in the batch less what went back
     * @param fee          kept by the gateway
     * @param net          gross less fee and reserve: the line on the bank statement; negative when the account is charged
     * @param bankReference what the bank statement will say
     * @param arrivesOn    the day the bank should book it, in the bank's zone
     * @param payments     what is in the batch
     * @param conversions  those of them that were paid in another currency; empty also where the gateway does not say. Since 1.1.0
     * @param reserve      held back for later; negative when the gateway lets go of what it held back. Since 1.2.0
     */
    record Payout(Occurrence occurrence, Money gross, Money fee, Money net, String bankReference, LocalDate arrivesOn,
                  List<GatewayPaymentId> payments, List<Conversion> conversions, Money reserve) implements PaymentEvent {
        public Payout {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(bankReference, "bankReference");
            Objects.requireNonNull(arrivesOn, "arrivesOn");
            payments = List.copyOf(payments);
            // what was stored before 1.1.0 has none
            conversions = conversions == null ? List.of() : List.copyOf(conversions);
            // and before 1.2.0 nothing was said of reserves
            reserve = reserve == null ? Money.zero(net.currency()) : reserve;
            if (!gross.minus(fee).minus(reserve).equals(net)) {
                throw new IllegalArgumentException("a payout of " + gross + " less " + fee + " and " + reserve + " is not " + net);
            }
        }

        /** A payout that holds nothing back. */
        public Payout(Occurrence occurrence, Money gross, Money fee, Money net, String bankReference, LocalDate arrivesOn,
                      List<GatewayPaymentId> payments, List<Conversion> conversions) {
            this(occurrence, gross, fee, net, bankReference, arrivesOn, payments, conversions, Money.zero(net.currency()));
        }

        /** A payout of which no conversion is known. */
        public Payout(Occurrence occurrence, Money gross, Money fee, Money net, String bankReference, LocalDate arrivesOn,
                      List<GatewayPaymentId> payments) {
            this(occurrence, gross, fee, net, bankReference, arrivesOn, payments, List.of());
        }
    }

    /**
     * What a payment in another currency came to in the payout's. Since 1.1.0.
     *
     * @param paid    what the payer paid
     * @param settled what the gateway made of it, before fees, in the payout's currency
     * @param rate    units of the payout's currency for one of the payer's, as the gateway states it; positive
     */
    record Conversion(GatewayPaymentId payment, Money paid, Money settled, BigDecimal rate) {
        public Conversion {
            Objects.requireNonNull(payment, "payment");
            Objects.requireNonNull(paid, "paid");
            Objects.requireNonNull(settled, "settled");
            if (rate.signum() <= 0 || paid.currency().equals(settled.currency())) {
                throw new IllegalArgumentException("a conversion has a positive rate and two currencies: " + paid + ", " + settled);
            }
            rate = new BigDecimal(rate.toPlainString());
        }
    }

    /** A charge of the gateway's that came apart from the capture: a monthly fee, or one that was not known before. */
    record Fee(Occurrence occurrence, GatewayPaymentId fee, Money amount, String description) implements PaymentEvent {
        public Fee {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(fee, "fee");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(description, "description");
        }
    }

    /** The payer's consent to later charges was given or has ended. Here {@link Occurrence#payment} names the mandate. */
    record Mandate(Occurrence occurrence, MandateState state, MethodKind method, String label) implements PaymentEvent {
        public Mandate {
            Objects.requireNonNull(occurrence, "occurrence");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(label, "label");
        }
    }

    /** Whether a saved method may be charged. */
    enum MandateState { ACTIVE, REVOKED, EXPIRED, FAILED }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an event moves a positive amount, not " + amount);
        }
    }
}
