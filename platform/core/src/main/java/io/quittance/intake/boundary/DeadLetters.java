package io.quittance.intake.boundary;

import io.quittance.intake.DeadLetterOutcome;
import io.quittance.intake.DeadLetterRow;
import io.quittance.intake.DeadLetterView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The current tenant's deliveries that could not be applied. Must not be called inside a unit of work. */
@ApplicationScoped
public class DeadLetters {

    /** The most money at stake first. Needs DEAD_LETTER_READ. */
    public List<DeadLetterRow> list() {
        throw new UnsupportedOperationException();
    }

    /** Needs DEAD_LETTER_READ. */
    public Optional<DeadLetterView> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** Tries it again. Needs DEAD_LETTER_REPLAY. */
    public DeadLetterOutcome replay(long id) {
        throw new UnsupportedOperationException();
    }

    /** Tries it again with corrected events; body and correction are both kept. Needs DEAD_LETTER_REPLAY. */
    public DeadLetterOutcome replay(long id, String correctedEvents) {
        throw new UnsupportedOperationException();
    }

    /** Lays it aside for good. @param reason not blank; audited. Needs DEAD_LETTER_REPLAY. */
    public DeadLetterOutcome discard(long id, String reason) {
        throw new UnsupportedOperationException();
    }
}
