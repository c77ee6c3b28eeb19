package io.quittance.bankfeed.boundary;

import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.control.ConnectionRows;
import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.Loan;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.reconciliation.FedBatch;
import io.quittance.retry.RetryBudget;
import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.FeedAnswer;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.bankfeed.FeedPage;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the accounts of one consent. All pages of a look are read before any line is taken in: a torn look changes nothing. */
@ApplicationScoped
class AccountReading {

    private static final Logger LOG = LoggerFactory.getLogger(AccountReading.class);
    private static final int PAGES_MAX = 200;
    /** How far back the first look goes; banks show less of it without saying so. */
    private static final int FIRST_DAYS = 90;
    private static final Duration PAUSE = Duration.ofHours(6);

    @Inject
    FeedUnits units;
    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;
    @Inject
    RetryBudget budget;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** A question to a feed. */
    @FunctionalInterface
    interface Question<R> {
        FeedAnswer<R> ask(BankFeed feed, Grant grant, GatewayCall call);
    }

    /** What ended a look before its end. */
    private static final class Interrupted extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient FeedAnswer<?> answer;

        private Interrupted(FeedAnswer<?> answer) {
            super(answer.toString(), null, false, false);
            this.answer = answer;
        }
    }

    /** A consent in use: the grant may change with each answer. */
    private final class Session {

        private final Connection connection;
        private Grant grant;

        private Session(Connection connection, Grant grant) {
            this.connection = connection;
            this.grant = grant;
        }

        private <R> R ask(Question<R> question) throws Interrupted {
            FeedAnswer<R> answer = AccountReading.this.ask(connection.installation(), grant, question);
            Grant before = grant;
            grant = answer.kept().orElse(before);
            if (!grant.equals(before)) {
                // at once: the old tokens may be void already
                units.keep(connection.id(), grant);
            }
            if (answer instanceof FeedAnswer.Fed<R> fed) {
                return fed.value();
            }
            throw new Interrupted(answer);
        }
    }

    /** All that one look brought. */
    private record Told(List<FeedLine> lines, List<String> removed, String cursor, Optional<LocalDate> wholeSince) {
    }

    <R> FeedAnswer<R> ask(InstallationId installation, Grant grant, Question<R> question) {
        Loan<FeedAnswer<R>> loan = gateways.lend(installation, BankFeed.class, (feed, call) -> question.ask(feed, grant, call));
        return loan.orElse(FeedAnswer.NoAnswer::new, FeedAnswer.NoAnswer::new);
    }

    void look(ConnectionRows.Opened opened) {
        Connection connection = opened.connection();
        ConnectionId id = connection.id();
        if (plugins.enabled(Capability.BANK_FEED).stream().noneMatch(feed -> feed.installation().equals(connection.installation()))) {
            units.failed(id, connection.plugin() + " is disabled", Optional.of(PAUSE));
            return;
        }
        String target = Gateways.target(connection.installation());
        boolean again = connection.failures() > 0;
        Optional<Instant> held = budget.hold(target, again);
        if (held.isPresent()) {
            units.postponed(id, held.get());
            return;
        }
        Session session = new Session(connection, opened.grant().orElseThrow());
        try {
            units.term(id, session.ask(BankFeed::term));
            for (ConnectedAccount account : connection.chosen()) {
                look(session, account);
            }
            Loan<Duration> pause = gateways.lend(connection.installation(), BankFeed.class, (feed, call) -> feed.pause());
            units.worked(id, pause.orElse(_ -> PAUSE, _ -> PAUSE));
            budget.succeeded(target, again);
        } catch (Interrupted ended) {
            switch (ended.answer) {
                case FeedAnswer.ConsentExpired(String reason) -> units.expired(id, reason);
                case FeedAnswer.RateLimited<?> limited -> units.failed(id, "asked too often", Optional.of(limited.after()));
                case FeedAnswer.NoAnswer<?> silent -> units.failed(id, silent.reason(), Optional.empty());
                case FeedAnswer.Fed<?> fed -> throw new IllegalStateException("nothing is wrong with " + fed.value().getClass());
            }
        } catch (RuntimeException defect) {
            LOG.error("what {} says of connection {} cannot be taken in; it is asked for again", connection.plugin(), id, defect);
            units.failed(id, "what it says cannot be taken in", Optional.empty());
        }
    }

    private void look(Session session, ConnectedAccount account) throws Interrupted {
        take(session, account);
        Optional<Money> balance = session.ask((feed, grant, call) -> feed.balance(grant, new FeedAccount(account.externalId(),
                account.number(), account.name(), account.currency()), call)).filter(said -> said.currency().equals(account.currency()));
        // the first balance counts for ever, so nothing may have moved between the lines and it
        boolean still = balance.isEmpty() || account.expected().isPresent() || take(session, account).isZero();
        if (still) {
            balance.ifPresent(said -> units.balance(account, said));
        }
    }

    private Money take(Session session, ConnectedAccount account) throws Interrupted {
        Told told = read(session, account);
        FedBatch batch = new FedBatch(account.number(), account.currency(), session.connection.bank(), told.lines(), told.removed(),
                told.wholeSince());
        return units.take(account, batch, told.cursor());
    }

    private Told read(Session session, ConnectedAccount account) throws Interrupted {
        Optional<String> cursor = units.cursor(account);
        LocalDate since = tenant.get().today(clock).minusDays(FIRST_DAYS);
        List<FeedLine> lines = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            Optional<String> at = cursor;
            FeedPage read = session.ask((feed, grant, call) -> feed.lines(grant, account.externalId(), at, since, call));
            lines.addAll(read.lines());
            removed.addAll(read.removed());
            if (!read.more()) {
                return new Told(lines.stream().filter(line -> line.amount().currency().equals(account.currency())).toList(), removed,
                        read.cursor(), read.wholeSince());
            }
            cursor = Optional.of(read.cursor());
        }
        throw new Interrupted(new FeedAnswer.NoAnswer<>("it tells more than " + PAGES_MAX + " pages at once"));
    }
}
