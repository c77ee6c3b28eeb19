package io.quittance.web.recurring;

import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleFilter;
import io.quittance.recurring.ScheduleId;
import io.quittance.recurring.ScheduleOutcome;
import io.quittance.recurring.ScheduleSort;
import io.quittance.recurring.ScheduleState;
import io.quittance.recurring.boundary.RecurringInvoices;
import io.quittance.web.shell.Rows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.Optional;

/** The list of schedules. */
@Named("recurring")
@ViewScoped
public class RecurringPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RecurringInvoices boundary;

    @Inject
    transient Say say;

    private transient Rows<Schedule, ScheduleSort> rows;
    private String text = "";
    private ScheduleState state;

    @PostConstruct
    void open() {
        rows = new Rows<>(ScheduleSort.NEXT, true, request -> boundary.page(
                new ScheduleFilter(text, Optional.ofNullable(state), Optional.empty()), request));
    }

    public void pause(long id) {
        say(boundary.pause(new ScheduleId(id)), "recurring.paused");
    }

    public void resume(long id) {
        say(boundary.resume(new ScheduleId(id)), "recurring.resumed");
    }

    public void cancel(long id) {
        say(boundary.cancel(new ScheduleId(id)), "recurring.cancelled");
    }

    private void say(ScheduleOutcome outcome, String key) {
        if (outcome instanceof ScheduleOutcome.Saved(Schedule schedule)) {
            say.done(key, schedule.details().name());
        } else {
            say.refused("error.gone");
        }
    }

    public boolean isFiltered() {
        return !text.isBlank() || state != null;
    }

    public ScheduleState[] getStates() {
        return ScheduleState.values();
    }

    public Rows<Schedule, ScheduleSort> getRows() {
        return rows;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }

    public ScheduleState getState() {
        return state;
    }

    public void setState(ScheduleState state) {
        this.state = state;
    }
}
