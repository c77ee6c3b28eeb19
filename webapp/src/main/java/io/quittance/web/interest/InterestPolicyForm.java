package io.quittance.web.interest;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestPolicy;
import io.quittance.interest.boundary.LateInterest;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether the business claims interest and the fixed sum from those who pay late. */
@Named("interestPolicy")
@ViewScoped
public class InterestPolicyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LateInterest interest;
    @Inject
    transient Permissions permissions;
    @Inject
    transient CurrentTenant tenant;
    @Inject
    transient Say say;

    private boolean active;
    private boolean consumers;
    private String law;
    private LocalDate since;
    private int graceDays;
    private boolean fixedSum;
    private BigDecimal smallest;

    @PostConstruct
    void open() {
        InterestPolicy policy = interest.policy();
        active = policy.active();
        consumers = policy.consumers();
        law = policy.law().orElse("");
        since = policy.since();
        graceDays = policy.graceDays();
        fixedSum = policy.fixedSum();
        smallest = policy.smallest();
    }

    public void save() {
        List<Fault> faults = interest.change(new InterestPolicy(active, consumers, Optional.ofNullable(law), since, graceDays, fixedSum,
                smallest));
        if (faults.isEmpty()) {
            say.done("interest.saved");
        } else {
            say.faults(faults, field -> "interest:" + field);
        }
    }

    public boolean isFixed() {
        return !permissions.allowed(Permission.SETTINGS_WRITE);
    }

    public List<InterestLaw> getLaws() {
        return interest.laws();
    }

    /** The table that holds with what is chosen; null where there is none. */
    public InterestLaw getShown() {
        String country = law == null || law.isEmpty() ? tenant.get().country() : law;
        return getLaws().stream().filter(each -> each.country().equals(country)).findFirst().orElse(null);
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public boolean isConsumers() {
        return consumers;
    }

    public void setConsumers(boolean consumers) {
        this.consumers = consumers;
    }

    public String getLaw() {
        return law;
    }

    public void setLaw(String law) {
        this.law = law;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }

    public int getGraceDays() {
        return graceDays;
    }

    public void setGraceDays(int graceDays) {
        this.graceDays = graceDays;
    }

    public BigDecimal getSmallest() {
        return smallest;
    }

    public void setSmallest(BigDecimal smallest) {
        this.smallest = smallest;
    }

    public boolean isFixedSum() {
        return fixedSum;
    }

    public void setFixedSum(boolean fixedSum) {
        this.fixedSum = fixedSum;
    }
}
