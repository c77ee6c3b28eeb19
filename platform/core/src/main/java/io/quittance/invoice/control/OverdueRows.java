package io.quittance.invoice.control;

import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantSettings;
import io.quittance.webhook.boundary.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has become overdue since we looked last. */
@ApplicationScoped
public class OverdueRows {

    private static final String TOLD = "webhook.overdue.until";
    /** Due days move by plans of instalments; what moved closer is not missed for longer. */
    private static final Duration LOOK = Duration.ofHours(1);

    @Inject
    EntityManager entities;
    @Inject
    InvoiceNews news;
    @Inject
    Announcements announcements;
    @Inject
    TenantSettings settings;
    @Inject
    Clock clock;

    /** What was overdue before anybody wanted to hear of it is not told. */
    public Optional<Instant> tell() {
        if (!announcements.wanted().contains(InvoiceNews.OVERDUE)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant told = settings.find(TOLD).map(Instant::parse).orElse(now);
        announcements.announce(news.select("status = 'ISSUED' AND settlement IN ('OPEN', 'PARTLY_PAID') AND overdue_from > ?"
                + " AND overdue_from <= ? ORDER BY overdue_from, id", List.of(Timestamp.from(told), Timestamp.from(now))).stream()
                .filter(standing -> standing.isOverdue(now)).map(standing -> standing.as(InvoiceNews.OVERDUE)).toList());
        settings.put(TOLD, now.toString());
        Instant latest = now.plus(LOOK);
        return Optional.of(next(now).filter(next -> next.isBefore(latest)).orElse(latest));
    }

    private Optional<Instant> next(Instant now) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(overdue_from) FROM invoice WHERE status = 'ISSUED'"
                    + " AND settlement IN ('OPEN', 'PARTLY_PAID') AND overdue_from > ?")) {
                select.setTimestamp(1, Timestamp.from(now));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
                }
            }
        });
    }
}
