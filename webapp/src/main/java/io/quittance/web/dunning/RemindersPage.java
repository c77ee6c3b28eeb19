package io.quittance.web.dunning;

import io.quittance.dunning.DunningLadder;
import io.quittance.dunning.DunningStep;
import io.quittance.dunning.DunningTone;
import io.quittance.dunning.boundary.Dunning;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ladder of reminders, and the messages that wait, went out or were withdrawn. */
@Named("reminders")
@ViewScoped
public class RemindersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_STEPS = 12;

    @Inject
    transient Dunning dunning;

    @Inject
    transient Outbox outbox;

    @Inject
    transient Say say;

    private transient PlainRows<OutboxRow> rows;
    private boolean active;
    private String sendTime = "09:00";
    private final ArrayList<StepForm> steps = new ArrayList<>();
    private OutboxState state;

    @PostConstruct
    void open() {
        rows = new PlainRows<>((offset, limit) -> outbox.page(state == null ? Set.of() : Set.of(state), offset, limit));
        DunningLadder ladder = dunning.ladder();
        active = ladder.active();
        sendTime = ladder.sendTime().toString();
        ladder.steps().forEach(step -> steps.add(StepForm.of(step)));
    }

    public void add() {
        if (steps.size() < MOST_STEPS) {
            int last = steps.stream().mapToInt(StepForm::signedDays).max().orElse(0);
            steps.add(new StepForm(Math.max(last, 0) + 7, true, DunningTone.FRIENDLY));
        }
    }

    public void remove(int position) {
        if (position >= 0 && position < steps.size()) {
            steps.remove(position);
        }
    }

    public void save() {
        try {
            List<DunningStep> wanted = steps.stream().map(StepForm::step).toList();
            dunning.change(new DunningLadder(active, LocalTime.parse(sendTime), wanted));
            say.done("reminders.saved");
        } catch (DateTimeParseException noTime) {
            say.refused("reminders.time.wrong");
        } catch (IllegalArgumentException wrong) {
            say.refused("reminders.steps.wrong");
        }
    }

    public void revive(long id) {
        if (outbox.revive(id)) {
            say.done("reminders.revived");
        } else {
            say.refused("error.gone");
        }
    }

    public PlainRows<OutboxRow> getRows() {
        return rows;
    }

    public List<StepForm> getSteps() {
        return steps;
    }

    public DunningTone[] getTones() {
        return DunningTone.values();
    }

    public OutboxState[] getStates() {
        return OutboxState.values();
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getSendTime() {
        return sendTime;
    }

    public void setSendTime(String sendTime) {
        this.sendTime = sendTime;
    }

    public OutboxState getState() {
        return state;
    }

    public void setState(OutboxState state) {
        this.state = state;
    }
}
