package io.quittance.allocation;

import io.quittance.spi.money.Money;
import java.util.List;

/** What the rules decide. @param remainder what no claim could take; with the shares it makes up the amount */
public record AllocationPlan(List<Share> shares, Money remainder) {

    public AllocationPlan {
        shares = List.copyOf(shares);
    }
}
