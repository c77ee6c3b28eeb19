package io.quittance.allocation.entity;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a payment's shares stands, after all that was taken back. */
public final class StandingShares {

    /** A part of a share to be taken back. @param amount positive */
    public record Part(AllocationRow share, Money amount) {
    }

    private final List<AllocationRow> shares = new ArrayList<>();
    private final Map<AllocationId, Money> left = new HashMap<>();

    /** @param rows in the order in which they were made */
    public StandingShares(List<AllocationRow> rows) {
        rows.forEach(this::add);
    }

    /** @throws IllegalStateException when more is taken back than was given */
    public void add(AllocationRow row) {
        if (row.takesBack().isEmpty()) {
            shares.add(row);
            left.put(row.id(), row.amount());
            return;
        }
        Money rest = left.get(row.takesBack().get()).plus(row.amount());
        if (rest.isNegative()) {
            throw new IllegalStateException("allocation " + row.id() + " takes back more than share " + row.takesBack().get()
                    + " has left");
        }
        left.put(row.takesBack().get(), rest);
    }

    public Money left(AllocationRow share) {
        return left.getOrDefault(share.id(), Money.zero(share.amount().currency()));
    }

    /** The parts that make up an amount, the youngest share first; less than asked when less stands. */
    public List<Part> youngestFirst(Money amount) {
        List<Part> parts = new ArrayList<>();
        Money missing = amount;
        for (AllocationRow share : shares.reversed()) {
            Money part = missing.min(left(share));
            if (part.isPositive()) {
                parts.add(new Part(share, part));
                missing = missing.minus(part);
            }
        }
        return parts;
    }
}
