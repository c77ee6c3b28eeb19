package io.quittance.web.alert;

import io.quittance.alert.AlertRow;
import io.quittance.alert.AlertSubject;
import io.quittance.alert.boundary.Alerts;
import io.quittance.web.language.Texts;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The alerts, newest first. */
@Named("alertList")
@ViewScoped
public class AlertListPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Alerts alerts;

    @Inject
    transient Texts texts;

    @Inject
    transient Say say;

    private transient PlainRows<AlertRow> rows;
    private long seen;

    @PostConstruct
    void open() {
        seen = alerts.seen();
        rows = new PlainRows<>((offset, limit) -> alerts.page(offset, limit));
    }

    public void markSeen() {
        alerts.markSeen();
        seen = alerts.seen();
        say.done("alert.seen.done");
    }

    /** Whether it came after this person had read the others. */
    public boolean isNew(AlertRow row) {
        return row.id() > seen;
    }

    /** Where its subject is shown. */
    public String path(AlertRow row) {
        return switch (row.subject()) {
            case PAYMENT -> "/app/payment/page.xhtml?id=" + row.subjectId();
            case INVOICE -> "/app/invoice/page.xhtml?id=" + row.subjectId();
            case GAP -> "/app/reconciliation/fourway.xhtml";
        };
    }

    /** What people call its subject. */
    public String about(AlertRow row) {
        return row.subject() == AlertSubject.GAP ? texts.word("gap", row.label()) : row.label();
    }

    public PlainRows<AlertRow> getRows() {
        return rows;
    }
}
