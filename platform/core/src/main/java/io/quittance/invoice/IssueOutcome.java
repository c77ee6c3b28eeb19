package io.quittance.invoice;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to issue an invoice. A refusal has changed nothing and drawn no number. */
public sealed interface IssueOutcome {

    record Issued(InvoiceId id, InvoiceNumber number) implements IssueOutcome {
    }

    record Refused(List<Fault> faults) implements IssueOutcome {
    }

    /** Issued before, under that number: asking twice is harmless. */
    record AlreadyIssued(InvoiceId id, InvoiceNumber number) implements IssueOutcome {
    }

    record NotADraft(InvoiceId id, DocumentStatus status) implements IssueOutcome {
    }

    record Unknown(InvoiceId id) implements IssueOutcome {
    }
}
