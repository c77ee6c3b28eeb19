package io.quittance.reconciliation;

import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.util.List;

/** What another feature says of a bank line that it had caused. */
public sealed interface LineExplained {

    /** It is what was ordered, and is booked. @param id unique for the kind @param seen payments whose money it proves */
    record Booked(MatchKind kind, long id, List<PaymentId> seen) implements LineExplained {

        public Booked {
            seen = List.copyOf(seen);
        }
    }

    /** It names what was ordered, but another amount: nothing was booked. */
    record Differs(MatchKind kind, long id, Money expected) implements LineExplained {
    }
}
