package io.quittance.web.audit;

import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.audit.boundary.AuditLog;
import io.quittance.web.shell.PlainRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;

/** The audit trail, newest first. */
@Named("auditTrailPage")
@ViewScoped
public class AuditPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> SUBJECTS = List.of("invoice", "customer", "payment", "allocation", "import", "installation",
            "ladder", "deadletter", "statement", "period");

    @Inject
    transient AuditLog log;

    private transient PlainRows<AuditEvent> rows;
    private String subject = "";
    private Long subjectId;

    @PostConstruct
    void open() {
        rows = new PlainRows<>((offset, limit) -> log.page(filter(), offset, limit));
    }

    private AuditFilter filter() {
        boolean one = !subject.isEmpty() && subjectId != null;
        return new AuditFilter(subject, one ? OptionalLong.of(subjectId) : OptionalLong.empty());
    }

    public PlainRows<AuditEvent> getRows() {
        return rows;
    }

    public List<String> getSubjects() {
        return SUBJECTS;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public Long getSubjectId() {
        return subjectId;
    }

    public void setSubjectId(Long subjectId) {
        this.subjectId = subjectId;
    }
}
