package io.quittance.invoice;

import io.quittance.spi.money.Money;
import java.util.Currency;

/** What became of an attempt to apply money to a claim or to take it back. A refusal has changed nothing. */
public sealed interface SettlementOutcome {

    /** @param open what the claim still leaves open now */
    record Done(ClaimId claim, InvoiceId invoice, Money open, SettlementStatus invoiceNow) implements SettlementOutcome {
    }

    /** More than is open (when applying) or than was applied (when releasing). @param most what would be possible */
    record Exceeds(ClaimId claim, Money most) implements SettlementOutcome {
    }

    record CurrencyDiffers(ClaimId claim, Currency claimed, Currency given) implements SettlementOutcome {
    }

    record Unknown(ClaimId claim) implements SettlementOutcome {
    }
}
