package io.quittance.spi.gateway;

import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Wording;
import java.util.List;
import java.util.Objects;

/** Capability: tells the payer how to pay outside of any page, for example by bank transfer. Moves nothing. */
public interface PaymentInstruction {

    Instruction instruct(Due due, GatewayCall call);

    /**
     * What is to be paid.
     *
     * @param reference the invoice number
     */
    record Due(Money amount, String reference, String payerName) {
        public Due {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(payerName, "payerName");
        }
    }

    /**
     * How to pay it.
     *
     * @param lines            label and value, in the order in which to show them
     * @param paymentReference what the payer must quote, so that the payment finds its invoice
     */
    record Instruction(List<Line> lines, String paymentReference) {
        public Instruction {
            lines = List.copyOf(lines);
            Objects.requireNonNull(paymentReference, "paymentReference");
        }
    }

    /** For example "IBAN" and the number. */
    record Line(Wording label, String value) {
        public Line {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }
    }
}
