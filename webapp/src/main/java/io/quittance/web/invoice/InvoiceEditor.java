package io.quittance.web.invoice;

import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.time.LocalDate;
import java.util.Optional;

/** Writes and changes drafts. */
@Named("invoiceEditor")
@ViewScoped
public class InvoiceEditor extends DraftForm {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Invoicing invoicing;

    private Long id;
    private Long forCustomer;
    private LocalDate issueDate;
    private LocalDate dueDate;

    public void open() {
        if (id == null) {
            start(forCustomer);
            return;
        }
        Optional<DraftInvoice> draft = invoicing.draftOf(new InvoiceId(id));
        if (draft.isEmpty()) {
            Missing.answer();
            return;
        }
        issueDate = draft.get().issueDate().orElse(null);
        dueDate = draft.get().dueDate().orElse(null);
        fill(draft.get());
    }

    public String save() {
        return draft(issueDate, dueDate).map(this::save).orElse(null);
    }

    private String save(DraftInvoice draft) {
        DraftOutcome outcome = id == null ? invoicing.draft(draft) : invoicing.change(new InvoiceId(id), draft);
        return switch (outcome) {
            case DraftOutcome.Drafted drafted -> {
                say.done("invoice.drafted");
                yield "/app/invoice/page.xhtml?faces-redirect=true&id=" + drafted.id().value();
            }
            case DraftOutcome.Refused refused -> {
                say.faults(refused.faults(), DraftForm::inputOf);
                yield null;
            }
            case DraftOutcome.NotADraft closed -> {
                say.refused("invoice.notADraft");
                yield null;
            }
            case DraftOutcome.Discarded discarded -> null;
            case DraftOutcome.Unknown unknown -> {
                say.refused("error.gone");
                yield null;
            }
        };
    }

    public boolean isFresh() {
        return id == null;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getForCustomer() {
        return forCustomer;
    }

    public void setForCustomer(Long forCustomer) {
        this.forCustomer = forCustomer;
    }

    public LocalDate getIssueDate() {
        return issueDate;
    }

    public void setIssueDate(LocalDate issueDate) {
        this.issueDate = issueDate;
    }

    public LocalDate getDueDate() {
        return dueDate;
    }

    public void setDueDate(LocalDate dueDate) {
        this.dueDate = dueDate;
    }
}
