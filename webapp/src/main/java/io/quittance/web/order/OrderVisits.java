package io.quittance.web.order;

import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelVisit;
import io.quittance.order.boundary.Channels;
import io.quittance.web.language.Format;
import io.quittance.web.language.Language;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How visits to mailboxes and connected systems went, in words. */
@Named("orderVisits")
@RequestScoped
public class OrderVisits {

    private static final Set<ChannelKind> VISITED = EnumSet.of(ChannelKind.MAIL, ChannelKind.CONNECTOR);

    @Inject
    Channels channels;

    @Inject
    Language language;

    @Inject
    Texts texts;

    @Inject
    Format format;

    @Inject
    Clock clock;

    private Map<ChannelId, ChannelVisit> visits;

    /** Whether we go there for orders, instead of being sent them. */
    public boolean concerns(ChannelAccount account) {
        return VISITED.contains(account.kind());
    }

    /** The last visit; null before the first. */
    public ChannelVisit of(ChannelAccount account) {
        if (visits == null) {
            visits = channels.visits();
        }
        return visits.get(account.id());
    }

    /** HEALTHY, BROKEN, or NEVER before the first visit. */
    public String state(ChannelAccount account) {
        ChannelVisit visit = of(account);
        return visit == null ? "NEVER" : visit.trouble().isPresent() ? "BROKEN" : "HEALTHY";
    }

    /** When it is visited next. */
    public String next(ChannelAccount account) {
        ChannelVisit visit = of(account);
        if (!account.active()) {
            return texts.of("channel.visit.off");
        }
        return visit == null || visit.next().isBefore(clock.instant()) ? texts.of("channel.visit.soon") : format.instant(visit.next());
    }

    /** Why the last visit came to nothing, and what to do; empty when it did not. */
    public String trouble(ChannelAccount account) {
        ChannelVisit visit = of(account);
        return visit == null ? "" : visit.trouble().map(fault -> fault.remedy(language.getLocale())).orElse("");
    }
}
