package io.quittance.bankfeed.boundary;

import io.quittance.Fault;
import io.quittance.bankfeed.AccountChoice;
import io.quittance.bankfeed.BeginOutcome;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.bankfeed.EndOutcome;
import io.quittance.bankfeed.FeedOffer;
import io.quittance.bankfeed.control.ConnectionRows;
import io.quittance.config.Configuration;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bank accounts that are read with their owner's consent. Each method is several units of work, never one around a call of a feed,
 * so it must not be called inside a unit.
 */
@ApplicationScoped
public class BankFeeds {

    /** The page to which banks send the owner's browser back; it names no connection, since banks want it registered. */
    public static final String RETURN_PAGE = "/app/reconciliation/connected.xhtml";

    private static final Logger LOG = LoggerFactory.getLogger(BankFeeds.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STATE_BYTES = 32;

    @Inject
    FeedUnits units;
    @Inject
    AccountReading reading;
    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;
    @Inject
    Configuration configuration;

    /** Feeds that are enabled, by name. Needs RECONCILIATION_READ and a permission about gateways or BANK_FEED_MANAGE. */
    public List<FeedOffer> offers() {
        return enabled().stream().map(feed -> new FeedOffer(feed.plugin(), feed.name())).toList();
    }

    private List<EnabledGateway> enabled() {
        return plugins.enabled(Capability.BANK_FEED);
    }

    /** Newest first; those that nobody came back for are left out. Needs RECONCILIATION_READ. */
    public List<Connection> all() {
        return units.all();
    }

    public Optional<Connection> find(ConnectionId id) {
        return units.find(id);
    }

    /** Opens the bank's page. Needs BANK_FEED_MANAGE. @param key the same key stands for one connection; at most 120 characters */
    public BeginOutcome connect(PluginId plugin, String key, Locale language) {
        Optional<EnabledGateway> feed = enabled().stream().filter(each -> each.plugin().equals(plugin)).findFirst();
        return feed.isEmpty() ? new BeginOutcome.Unknown()
                : begin(units.make(key, feed.get().installation(), plugin, feed.get().name()), language);
    }

    /** Opens the bank's page once more, so that the owner consents again. Needs BANK_FEED_MANAGE. */
    public BeginOutcome renew(ConnectionId id, Locale language) {
        return units.find(id).filter(Connection::canRenew).isEmpty() ? new BeginOutcome.Unknown() : begin(id, language);
    }

    private BeginOutcome begin(ConnectionId id, Locale language) {
        ConnectionRows.Opened opened = units.open(id).orElseThrow();
        byte[] bits = new byte[STATE_BYTES];
        RANDOM.nextBytes(bits);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Consent.Wish wish = new Consent.Wish(returnTo(), state, opened.grant(), language);
        Consent.Begun begun = gateways.<BankFeed, Consent.Begun>lend(opened.connection().installation(), BankFeed.class,
                (feed, call) -> feed.begin(wish, call)).orElse(Consent.NotOpened::new, Consent.NotOpened::new);
        return switch (begun) {
            case Consent.NotOpened(String reason) -> new BeginOutcome.NotOpened(reason);
            case Consent.Opened(URI page, Grant pending) -> {
                units.begun(id, pending, state);
                yield new BeginOutcome.Opened(id, page);
            }
        };
    }

    private URI returnTo() {
        return URI.create(configuration.baseUrl() + RETURN_PAGE);
    }

    /**
     * The owner's browser came back from the bank. Needs BANK_FEED_MANAGE.
     *
     * @param parameters as it brought them, by name; {@code state} must be one that was begun here
     */
    public EndOutcome finish(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        Optional<ConnectionRows.Opened> waiting = state.isEmpty() ? Optional.empty() : units.waiting(state);
        if (waiting.isEmpty() || waiting.get().pending().isEmpty()) {
            return new EndOutcome.Unknown();
        }
        Connection connection = waiting.get().connection();
        Consent.Return back = new Consent.Return(parameters, waiting.get().pending().get(), returnTo());
        Consent.Ended ended = gateways.<BankFeed, Consent.Ended>lend(connection.installation(), BankFeed.class,
                (feed, call) -> feed.finish(back, call)).orElse(Consent.NotYet::new, Consent.NotYet::new);
        return switch (ended) {
            case Consent.NotYet(String reason) -> new EndOutcome.NotYet(reason);
            case Consent.Declined(String reason) -> {
                units.declined(connection.id(), reason);
                yield new EndOutcome.Declined(reason);
            }
            case Consent.Granted granted -> granted(connection, state, granted);
        };
    }

    /** The consent is given: what it shows is asked for at once, else at the first look. */
    private EndOutcome granted(Connection connection, String state, Consent.Granted granted) {
        Grant grant = granted.grant();
        Consent.Term term = new Consent.Term(Optional.empty());
        if (reading.ask(connection.installation(), grant, BankFeed::term) instanceof FeedAnswer.Fed<Consent.Term> fed) {
            term = fed.value();
            grant = fed.grant();
        }
        List<FeedAccount> accounts = List.of();
        if (reading.ask(connection.installation(), grant, BankFeed::accounts) instanceof FeedAnswer.Fed<List<FeedAccount>> fed) {
            accounts = fed.value();
            grant = fed.grant();
        }
        boolean first = units.connected(state, new Consent.Granted(grant, granted.bank()), term, accounts);
        return first ? new EndOutcome.Connected(connection.id()) : new EndOutcome.Unknown();
    }

    /** Which accounts are read. Needs BANK_FEED_MANAGE. @return why it was refused; empty when it was changed */
    public List<Fault> choose(ConnectionId id, List<AccountChoice> choices) {
        return units.choose(id, choices);
    }

    /** Looks as soon as possible. Needs BANK_FEED_MANAGE or RECONCILIATION_RUN. @return false when it is not connected */
    public boolean lookNow(ConnectionId id) {
        return units.soon(id);
    }

    /** Gives the consent back and forgets it; what was read stays. Needs BANK_FEED_MANAGE. @return false when it had ended already */
    public boolean disconnect(ConnectionId id) {
        Optional<ConnectionRows.Opened> opened = units.find(id).flatMap(found -> units.open(found.id()));
        boolean ended = opened.isPresent() && units.end(id);
        if (ended && opened.get().grant().isPresent()
                && !(reading.ask(opened.get().connection().installation(), opened.get().grant().get(), BankFeed::revoke)
                instanceof FeedAnswer.Fed<Boolean>)) {
            LOG.info("consent {} was forgotten here; the bank did not say that it ended it", id);
        }
        return ended;
    }

    /** Looks at what is due and warns of consents that end. @return when to be called again */
    public Optional<Instant> lookAtDue() {
        for (ConnectionId id : units.due()) {
            units.open(id).filter(opened -> opened.connection().state() == ConnectionState.CONNECTED && opened.grant().isPresent())
                    .ifPresent(reading::look);
        }
        return units.warn();
    }
}
