package io.quittance.autopay.control;

import io.quittance.autopay.AutopayPolicy;
import io.quittance.autopay.NoticeDays;
import io.quittance.config.DataFiles;
import io.quittance.config.Json;
import io.quittance.tenancy.TenantSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What the tenant chose, and which refusals may pass: {@code tenant-config/autopay/declines.yaml} has these and the standard. */
@ApplicationScoped
public class Terms {

    private static final String POLICY = "autopay.policy";

    @Inject
    DataFiles files;
    @Inject
    TenantSettings settings;
    @Inject
    Json json;

    private TermFile file;

    /** The file's shape. */
    record TermFile(List<String> passing, List<Integer> againAfterDays, NoticeDays noticeDays) {
    }

    @PostConstruct
    void read() {
        file = files.yaml("autopay/declines.yaml", TermFile.class);
    }

    public AutopayPolicy policy() {
        return settings.find(POLICY).map(stored -> json.read(stored, AutopayPolicy.class))
                .orElseGet(() -> new AutopayPolicy(file.noticeDays(), file.againAfterDays()));
    }

    public void write(AutopayPolicy policy) {
        settings.put(POLICY, json.write(policy));
    }

    /**
     * Days until a refused charge is tried again.
     *
     * @param reason begins with the gateway's code and a colon
     * @param tries  made so far, from 1
     * @return empty when it is over
     */
    Optional<Integer> againAfter(String reason, int tries) {
        List<Integer> days = policy().retryDays();
        return mayPass(reason) && tries <= days.size() ? Optional.of(days.get(tries - 1)) : Optional.empty();
    }

    /** Whether what was refused may work another day. @param reason begins with the gateway's code and a colon */
    boolean mayPass(String reason) {
        return reason.contains(":") && file.passing().contains(reason.substring(0, reason.indexOf(':')).strip());
    }
}
