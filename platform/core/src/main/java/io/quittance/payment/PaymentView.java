package io.quittance.payment;

import java.util.List;

/** A payment in full. @param history oldest first */
public record PaymentView(PaymentRow row, List<PaymentEventView> history) {

    public PaymentView {
        history = List.copyOf(history);
    }
}
