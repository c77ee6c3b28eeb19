package io.quittance.autopay.control;

import io.quittance.config.DataFiles;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When to tell, and when to try again: {@code tenant-config/autopay/declines.yaml}. */
@ApplicationScoped
public class Terms {

    @Inject
    DataFiles files;

    private TermFile file;

    /** The file's shape. */
    record TermFile(List<String> passing, List<Integer> againAfterDays, Map<String, Integer> noticeDays, int otherwise) {
    }

    @PostConstruct
    void read() {
        file = files.yaml("autopay/declines.yaml", TermFile.class);
    }

    /** Calendar days between telling the payer and charging. @param method kind of method, such as {@code DIRECT_DEBIT} */
    int noticeDays(String method) {
        return file.noticeDays().getOrDefault(method, file.otherwise());
    }

    /**
     * Days until a refused charge is tried again.
     *
     * @param reason begins with the gateway's code and a colon
     * @param tries  made so far, from 1
     * @return empty when it is over
     */
    Optional<Integer> againAfter(String reason, int tries) {
        return mayPass(reason) && tries <= file.againAfterDays().size() ? Optional.of(file.againAfterDays().get(tries - 1))
                : Optional.empty();
    }

    /** Whether what was refused may work another day. @param reason begins with the gateway's code and a colon */
    boolean mayPass(String reason) {
        return reason.contains(":") && file.passing().contains(reason.substring(0, reason.indexOf(':')).strip());
    }
}
