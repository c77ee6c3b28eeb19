package io.quittance.banking;

import java.util.List;

/** A batch with its orders, those that were taken out too. */
public record BatchView(BatchRow row, List<BankOrder> orders) {

    public BatchView {
        orders = List.copyOf(orders);
    }
}
