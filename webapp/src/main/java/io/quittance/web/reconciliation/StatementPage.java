package io.quittance.web.reconciliation;

import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.StatementView;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;

/** One statement with its lines. */
@Named("statementPage")
@ViewScoped
public class StatementPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Statements boundary;

    private transient StatementView view;
    private Long id;

    public void open() {
        if (id == null || boundary.find(new StatementId(id)).isEmpty()) {
            Missing.answer();
        }
    }

    public StatementView getView() {
        if (view == null && id != null) {
            view = boundary.find(new StatementId(id)).orElse(null);
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
