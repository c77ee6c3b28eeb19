package io.quittance.web.audit;

import io.quittance.Fault;
import io.quittance.proof.HeadFile;
import io.quittance.proof.SignedHead;
import io.quittance.proof.boundary.AuditorMail;
import io.quittance.proof.boundary.TrailExport;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;

/** The proof beside the trail: its newest head, its export, and who is mailed the head. */
@Named("auditProof")
@ViewScoped
public class ProofPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TrailExport export;

    @Inject
    transient AuditorMail mail;

    @Inject
    transient Say say;

    private transient SignedHead head;
    private String auditor = "";

    @PostConstruct
    void open() {
        auditor = mail.address();
    }

    /** Null until something was sealed. */
    public SignedHead getHead() {
        if (head == null) {
            head = export.head().map(HeadFile::head).orElse(null);
        }
        return head;
    }

    public void save() {
        List<Fault> faults = mail.change(auditor.strip());
        if (faults.isEmpty()) {
            say.done(auditor.isBlank() ? "proof.auditor.none" : "proof.auditor.saved");
        } else {
            say.faults(faults, field -> "proof:auditor");
        }
    }

    public String getAuditor() {
        return auditor;
    }

    public void setAuditor(String auditor) {
        this.auditor = auditor == null ? "" : auditor;
    }
}
