package io.quittance.fourway.control;

import io.quittance.fourway.GapRow;
import io.quittance.tenancy.BeforeCommit;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.boundary.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells other systems of the business what does not agree, and what became of it. */
@ApplicationScoped
public class GapTelling {

    private static final String OBJECT = "discrepancy";

    @Inject
    Announcements announcements;
    @Inject
    BeforeCommit unit;

    /** @param deed found, changed, reopened, explained or closed */
    void tell(String deed, GapRow gap) {
        unit.gather("gap-webhooks", announcement(deed, gap), announcements::announce);
    }

    /** Of several records of one kind, the likeliest is named. */
    static Announcement announcement(String deed, GapRow gap) {
        Map<String, String> references = new TreeMap<>();
        gap.finding().records().forEach(record ->
                references.putIfAbsent(record.kind().name().toLowerCase(Locale.ROOT), Long.toString(record.id())));
        return new Announcement(OBJECT + "." + deed, OBJECT, gap.id(), "", gap.state().name(), Map.of("amount", gap.finding().amount()),
                references, gap.finding().reason().name());
    }
}
