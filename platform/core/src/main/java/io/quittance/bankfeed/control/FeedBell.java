package io.quittance.bankfeed.control;

import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Looks at the accounts some times a day. */
@ApplicationScoped
public class FeedBell implements DoorbellHandler {

    static final String KIND = "bank-feeds";

    @Inject
    BankFeeds feeds;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> answer() {
        return feeds.lookAtDue();
    }
}
