package io.quittance.web.intake;

import io.quittance.intake.DeadLetterRow;
import io.quittance.intake.boundary.DeadLetters;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;

/** Deliveries that could not be applied, the most money at stake first. */
@Named("deadLetters")
@ViewScoped
public class DeadLettersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DeadLetters boundary;

    private transient List<DeadLetterRow> rows;

    public void refresh() {
        rows = null;
    }

    public List<DeadLetterRow> getRows() {
        if (rows == null) {
            rows = boundary.list();
        }
        return rows;
    }
}
