package io.quittance.web.signup;

import io.quittance.signup.SignUpProgress;
import io.quittance.signup.boundary.SignUpConfirmation;
import io.quittance.tenancy.StepProgress;
import io.quittance.tenancy.TenantStatus;
import io.quittance.web.shell.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;

/** How far a new business is set up, step by step. Polled: its owner has no account to push to yet. */
@Named("progress")
@ViewScoped
public class ProgressPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignUpConfirmation confirmation;

    private transient SignUpProgress known;
    private String key = "";

    public void open() {
        if (key == null || confirmation.progress(key).isEmpty()) {
            Missing.answer();
        }
    }

    public void refresh() {
        known = null;
    }

    public void retry() {
        confirmation.retry(key);
        refresh();
    }

    public SignUpProgress getKnown() {
        if (known == null) {
            known = confirmation.progress(key).orElseThrow(() -> new IllegalStateException("the progress key is no longer known"));
        }
        return known;
    }

    public boolean isReady() {
        return getKnown().status() == TenantStatus.ACTIVE;
    }

    public boolean isFailed() {
        return getKnown().steps().stream().anyMatch(step -> step.state() == StepProgress.State.FAILED);
    }

    /** How a step looks: the first one waiting is the one being done. */
    public String look(StepProgress step) {
        boolean next = getKnown().steps().stream().filter(each -> each.state() != StepProgress.State.DONE).findFirst()
                .filter(step::equals).isPresent();
        return switch (step.state()) {
            case DONE -> "is-done";
            case FAILED -> "is-bad";
            case WAITING -> next ? "is-now" : "";
        };
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
