package io.quittance.allocation;

import io.quittance.Fault;
import io.quittance.spi.money.Money;
import java.util.Currency;
import java.util.List;

/** What became of an attempt to allocate money. A refusal has changed nothing. */
public sealed interface AllocationOutcome {

    /**
     * Allocated as far as anything was open.
     *
     * @param shares    may be empty: then everything rests in unapplied cash
     * @param remainder what no claim could take; it rests in unapplied cash, in the payment's currency
     */
    record Allocated(List<Share> shares, Money remainder) implements AllocationOutcome {

        public Allocated {
            shares = List.copyOf(shares);
        }
    }

    /** A payment never pays a claim of another currency. */
    record CurrencyDiffers(Currency payment, Currency invoice) implements AllocationOutcome {
    }

    /** More was asked for than the payment has left. */
    record NotEnoughUnapplied(Money unapplied) implements AllocationOutcome {
    }

    /** More was asked for than the invoice leaves open. */
    record MoreThanOpen(Money open) implements AllocationOutcome {
    }

    /** There is no such payment, share or invoice, or the payment belongs to another customer. */
    record Unknown(String what) implements AllocationOutcome {
    }

    /** Parts that do not fit. @param faults at least one; each names field, value and remedy */
    record Refused(List<Fault> faults) implements AllocationOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
