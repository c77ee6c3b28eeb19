package io.quittance.web.dunning;

import io.quittance.dunning.DunningStep;
import io.quittance.dunning.DunningTone;

import java.io.Serializable;

/** One rung of the ladder as it is being edited: days before or after the due date. */
public class StepForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private int days;
    private boolean after;
    private DunningTone tone;

    public StepForm(int days, boolean after, DunningTone tone) {
        this.days = days;
        this.after = after;
        this.tone = tone;
    }

    static StepForm of(DunningStep step) {
        return new StepForm(Math.abs(step.offset()), step.offset() > 0, step.tone());
    }

    /** Before the due date the tone is a notice and nothing else; after it never is. */
    DunningStep step() {
        DunningTone fitting = !after ? DunningTone.NOTICE : tone == DunningTone.NOTICE ? DunningTone.FRIENDLY : tone;
        return new DunningStep((after ? "after-" : "before-") + days, signedDays(), fitting);
    }

    int signedDays() {
        return after ? days : -days;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public boolean isAfter() {
        return after;
    }

    public void setAfter(boolean after) {
        this.after = after;
    }

    public DunningTone getTone() {
        return tone;
    }

    public void setTone(DunningTone tone) {
        this.tone = tone;
    }
}
