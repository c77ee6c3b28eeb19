package io.quittance.webhook.control;

import io.quittance.config.Json;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.webhook.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what is sent, by {@code io/quittance/webhook/event-1.schema.json}. */
@ApplicationScoped
public class Payload {

    /** Grows only when a receiver that reads the old form would be misled. */
    static final int VERSION = 1;

    private static final String PREFIX = "evt_";

    @Inject
    CurrentTenant tenant;
    @Inject
    Json json;

    /** An event's name for the outside, the same however often it is sent. */
    static String name(long event) {
        return PREFIX + event;
    }

    /** @param event its number, which grows with time */
    String write(long event, Instant at, Announcement news) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("object", news.object());
        data.put("id", Long.toString(news.id()));
        if (!news.number().isEmpty()) {
            data.put("number", news.number());
        }
        if (!news.status().isEmpty()) {
            data.put("status", news.status());
        }
        if (!news.reason().isEmpty()) {
            data.put("reason", news.reason());
        }
        data.put("amounts", news.amounts());
        data.put("references", news.references());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", name(event));
        body.put("type", news.type());
        body.put("version", VERSION);
        body.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("sequence", Long.toString(event));
        body.put("tenant", tenant.get().slug());
        body.put("data", data);
        return json.write(body);
    }
}
