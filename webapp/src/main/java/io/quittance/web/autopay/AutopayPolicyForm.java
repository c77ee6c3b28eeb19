package io.quittance.web.autopay;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.autopay.AutopayPolicy;
import io.quittance.autopay.NoticeDays;
import io.quittance.autopay.boundary.AutopaySettings;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When payers are told of charges, and when refused ones are tried again. */
@Named("autopayPolicy")
@ViewScoped
public class AutopayPolicyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AutopaySettings settings;
    @Inject
    transient Permissions permissions;
    @Inject
    transient Say say;

    private int directDebitNoticeDays;
    private int noticeDays;
    private String retryDays;

    @PostConstruct
    void open() {
        AutopayPolicy policy = settings.policy();
        directDebitNoticeDays = policy.notice().directDebit();
        noticeDays = policy.notice().other();
        retryDays = policy.retryDays().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public void save() {
        Optional<List<Integer>> days = read(retryDays);
        if (days.isEmpty()) {
            say.wrong("autopay:retryDays", say.text("autopay.policy.retryDays.wrong"));
            return;
        }
        List<Fault> faults = settings.change(new AutopayPolicy(new NoticeDays(directDebitNoticeDays, noticeDays), days.get()));
        if (faults.isEmpty()) {
            say.done("autopay.policy.saved");
        }
        say.faults(faults, field -> "autopay:" + field);
    }

    /** Whole numbers parted by commas; empty when there is anything else. */
    static Optional<List<Integer>> read(String text) {
        List<String> parts = Stream.of((text == null ? "" : text).split("[,;\\s]+")).filter(part -> !part.isEmpty()).toList();
        return parts.stream().allMatch(part -> part.matches("[0-9]{1,9}")) ? Optional.of(parts.stream().map(Integer::valueOf).toList())
                : Optional.empty();
    }

    /** Whether this person may only look. */
    public boolean isFixed() {
        return !permissions.allowed(Permission.SETTINGS_WRITE);
    }

    public int getDirectDebitNoticeDays() {
        return directDebitNoticeDays;
    }

    public void setDirectDebitNoticeDays(int directDebitNoticeDays) {
        this.directDebitNoticeDays = directDebitNoticeDays;
    }

    public int getNoticeDays() {
        return noticeDays;
    }

    public void setNoticeDays(int noticeDays) {
        this.noticeDays = noticeDays;
    }

    public String getRetryDays() {
        return retryDays;
    }

    public void setRetryDays(String retryDays) {
        this.retryDays = retryDays;
    }
}
