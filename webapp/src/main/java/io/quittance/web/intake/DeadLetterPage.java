package io.quittance.web.intake;

import io.quittance.intake.DeadLetterOutcome;
import io.quittance.intake.DeadLetterView;
import io.quittance.intake.boundary.DeadLetters;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One dead letter: why it failed, what it says, and what to do with it. */
@Named("deadLetter")
@ViewScoped
public class DeadLetterPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String LIST = "/app/intake/dead-letters.xhtml?faces-redirect=true";

    @Inject
    transient DeadLetters boundary;

    @Inject
    transient Say say;

    private transient DeadLetterView view;
    private Long id;
    private String events = "";
    private String reason = "";

    public void open() {
        Optional<DeadLetterView> found = id == null ? Optional.empty() : boundary.find(id);
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        view = found.get();
        events = view.events();
    }

    /** As it came, or as corrected here. */
    public String replay() {
        boolean corrected = !events.strip().equals(getView().events().strip());
        return after(corrected ? boundary.replay(id, events) : boundary.replay(id), "deadletter.replayed", "letter:events");
    }

    public String discard() {
        return after(boundary.discard(id, reason), "deadletter.discarded", "discard:reason");
    }

    private String after(DeadLetterOutcome outcome, String done, String input) {
        return switch (outcome) {
            case DeadLetterOutcome.Done finished -> {
                say.done(done);
                yield LIST;
            }
            case DeadLetterOutcome.Refused refused -> {
                say.faults(List.of(refused.fault()), field -> input);
                yield null;
            }
            case DeadLetterOutcome.Unknown gone -> {
                say.refused("error.gone");
                yield null;
            }
        };
    }

    public DeadLetterView getView() {
        if (view == null) {
            view = boundary.find(id).orElseThrow(() -> new IllegalStateException("dead letter " + id + " is gone"));
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events == null ? "" : events;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
