package io.quittance.web.billing;

import io.quittance.billing.BillingMember;
import io.quittance.billing.BillingOutcome;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingRunId;
import io.quittance.billing.BillingState;
import io.quittance.billing.MemberState;
import io.quittance.billing.boundary.BillingRuns;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.PlainRows;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;

/** One billing run: how far it is, and what failed. */
@Named("billingRun")
@ViewScoped
public class BillingRunPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BillingRuns boundary;

    @Inject
    transient Say say;

    private transient BillingRun run;
    private transient PlainRows<BillingMember> failed;
    private Long id;

    public void open() {
        if (id == null || boundary.find(new BillingRunId(id)).isEmpty()) {
            Missing.answer();
            return;
        }
        failed = new PlainRows<>((offset, limit) -> boundary.members(new BillingRunId(id), MemberState.FAILED, offset, limit));
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        run = null;
    }

    public void stop() {
        say(boundary.stop(new BillingRunId(id)), "billing.stopped");
    }

    public void retry() {
        say(boundary.retry(new BillingRunId(id)), "billing.retried");
    }

    private void say(BillingOutcome outcome, String key) {
        if (outcome instanceof BillingOutcome.Accepted) {
            say.done(key);
        } else {
            say.refused("error.gone");
        }
        refresh();
    }

    public BillingRun getRun() {
        if (run == null) {
            run = boundary.find(new BillingRunId(id)).orElseThrow(() -> new IllegalStateException("billing run " + id + " is gone"));
        }
        return run;
    }

    public boolean isRunning() {
        return getRun().state() == BillingState.RUNNING;
    }

    /** Something waits or failed, and nobody works on it. */
    public boolean isRetriable() {
        return !isRunning() && (getRun().failed() > 0 || getRun().done() < getRun().total());
    }

    public PlainRows<BillingMember> getFailed() {
        return failed;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
