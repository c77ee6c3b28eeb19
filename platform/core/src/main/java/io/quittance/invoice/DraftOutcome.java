package io.quittance.invoice;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to write, change or discard a draft. A refusal has changed nothing. */
public sealed interface DraftOutcome {

    record Drafted(InvoiceId id, InvoiceTotals totals) implements DraftOutcome {
    }

    record Discarded(InvoiceId id) implements DraftOutcome {
    }

    /** @param faults every fault found, not only the first */
    record Refused(List<Fault> faults) implements DraftOutcome {
    }

    /** It is no draft any more: an issued invoice cannot be changed. */
    record NotADraft(InvoiceId id, DocumentStatus status) implements DraftOutcome {
    }

    record Unknown(InvoiceId id) implements DraftOutcome {
    }
}
