package io.quittance.payment;

import java.util.List;

/** A payment and the movements of its money that are news. */
public record MovedPayment(Receipt receipt, List<MoneyMove> moves) {

    public MovedPayment {
        moves = List.copyOf(moves);
    }
}
