package io.quittance.credit;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
import io.quittance.invoice.InvoiceNumber;
import java.util.List;

/** What became of a wish to credit. A refusal has changed nothing and drawn no number. */
public sealed interface CreditOutcome {

    record Issued(CreditNoteId id, InvoiceNumber number, CreditEffect effect) implements CreditOutcome {
    }

    /** Issued before under that key: asking twice is harmless. */
    record AlreadyIssued(CreditNoteId id, InvoiceNumber number) implements CreditOutcome {
    }

    /** Above the tenant's limit: kept until a second person decides. Nothing is credited yet. */
    record Waiting(ApprovalId approval) implements CreditOutcome {
    }

    record Refused(List<Fault> faults) implements CreditOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
