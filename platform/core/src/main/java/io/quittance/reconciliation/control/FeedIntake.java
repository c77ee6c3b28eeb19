package io.quittance.reconciliation.control;

import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.payment.boundary.Payouts;
import io.quittance.reconciliation.FedBatch;
import io.quittance.reconciliation.FedOutcome;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.spi.bankfeed.FeedLine;
import io.quittance.spi.money.Money;
import io.quittance.statement.StatementFormat;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.GatheredRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes in what a feed tells. A line is known by the feed's id, where it has one, else by what it says and how often; what a file
 * has told in its own words is found by {@link Twins}.
 */
@ApplicationScoped
public class FeedIntake {

    @Inject
    StatementStore store;
    @Inject
    KnownLines known;
    @Inject
    Twins twins;
    @Inject
    Withdrawals withdrawals;
    @Inject
    Matching matching;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Doorbell doorbell;
    @Inject
    GatheredRing compare;
    @Inject
    Clock clock;

    /** A look while it is taken in. */
    private static final class Look {

        private final ReadStatement statement;
        private final List<String> identities = new ArrayList<>();
        private final List<ReadLine> fresh = new ArrayList<>();
        private final List<String> freshIdentities = new ArrayList<>();
        private Money moved;
        private int echoed;
        private int changed;

        private Look(ReadStatement statement) {
            this.statement = statement;
            this.moved = Money.zero(statement.currency());
        }

        /** The bank shows a known line otherwise. */
        private void change(Money difference) {
            moved = moved.plus(difference);
            changed += difference.isZero() ? 0 : 1;
        }

        private void add(ReadLine line, String identity) {
            fresh.add(line);
            freshIdentities.add(identity);
            moved = line.pending() ? moved : moved.plus(line.amount());
        }
    }

    /** All of it, or nothing when it throws. */
    public FedOutcome take(FedBatch batch) {
        Look look = new Look(read(batch, twins.account(ReadStatement.account(batch.account()))));
        name(look, batch.lines());
        batch.removed().forEach(id -> remove(look, id));
        batch.wholeSince().ifPresent(since -> removeOthers(look, since));
        Twins.Wanted wanted = twins.ofFeed(look.statement);
        for (int i = 0; i < look.identities.size(); i++) {
            take(look, batch.lines().get(i), i, wanted);
        }
        int added = look.fresh.isEmpty() ? 0 : keep(look, batch);
        Matching.Result result = added == 0 && look.echoed == 0 ? new Matching.Result(0, 0) : matching.run();
        if (added > 0 || look.changed > 0) {
            compare.afterCommit(Payouts.COMPARE);
        }
        return new FedOutcome(added, look.echoed, look.changed, look.moved, result.matched());
    }

    private void take(Look look, FeedLine told, int place, Twins.Wanted wanted) {
        String identity = look.identities.get(place);
        ReadLine line = look.statement.lines().get(place);
        if (line.pending()) {
            if (!known.isKnown(identity) && !known.isBooked(look.statement, line) && !bookedAlready(look, told)) {
                look.add(line, identity);
            }
            return;
        }
        told.replaces().ifPresent(id -> withdrawals.drop(named(look, id, true)));
        if (!told.id().isEmpty()) {
            withdrawals.drop(named(look, told.id(), true));
        }
        Optional<Withdrawals.Told> before = withdrawals.find(identity);
        if (before.isPresent()) {
            look.change(withdrawals.shows(before.get(), line.amount()));
        } else if (wanted.take(line, identity)) {
            look.echoed++;
            look.moved = look.moved.plus(line.amount());
        } else {
            look.add(line, identity);
        }
    }

    private boolean bookedAlready(Look look, FeedLine told) {
        return !told.id().isEmpty() && known.isKnown(named(look, told.id(), false));
    }

    private void remove(Look look, String id) {
        withdrawals.drop(named(look, id, true));
        withdrawals.find(named(look, id, false)).ifPresent(line -> look.change(withdrawals.shows(line, Money.zero(line.now().currency()))));
    }

    /** What the bank would tell and does not. */
    private void removeOthers(Look look, LocalDate since) {
        Set<String> told = Set.copyOf(look.identities);
        withdrawals.since(look.statement, since).stream().filter(line -> !withdrawals.isTold(line, told))
                .forEach(line -> look.change(withdrawals.shows(line, Money.zero(line.now().currency()))));
    }

    private int keep(Look look, FedBatch batch) {
        ReadStatement statement = look.statement;
        StatementId id = store.add(statement, Identity.digest("feed|" + String.join("|", look.freshIdentities)), batch.name());
        known.replaceAnnounced(new ReadStatement(statement.format(), statement.account(), statement.number(), statement.currency(),
                Optional.empty(), Optional.empty(), statement.from(), statement.to(), look.fresh));
        int added = store.addLines(id, look.fresh, look.freshIdentities);
        audit.record("fed", "statement", id.value(), null, Map.of("account", statement.account(), "feed", batch.name(), "lines", added,
                "moved", look.moved));
        doorbell.ringAt(MatchingBell.KIND, clock.instant().plus(MatchingBell.AGAIN));
        live.announce("statement", id.value());
        return added;
    }

    /** Each line's identity; those without an id of the feed's are counted, as in a file. */
    private void name(Look look, List<FeedLine> lines) {
        List<String> counted = new Identity().ofLines(look.statement);
        Set<String> once = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            FeedLine line = lines.get(i);
            String identity = line.id().isEmpty() ? counted.get(i) : named(look, line.id(), line.pending());
            look.identities.add(once.add(identity) ? identity : Identity.digest(identity + "|" + i));
        }
    }

    private static String named(Look look, String id, boolean pending) {
        return Identity.digest("feed|" + look.statement.account() + "|" + id + (pending ? "|pending" : ""));
    }

    private ReadStatement read(FedBatch batch, String account) {
        LocalDate today = LocalDate.now(clock);
        List<ReadLine> lines = batch.lines().stream().map(FeedIntake::line).toList();
        List<LocalDate> days = Stream.concat(lines.stream().map(ReadLine::bookedOn), batch.wholeSince().stream()).sorted().toList();
        return new ReadStatement(StatementFormat.FEED, account, "", batch.currency(), Optional.empty(), Optional.empty(),
                days.isEmpty() ? today : days.getFirst(), days.isEmpty() ? today : days.getLast(), lines);
    }

    private static ReadLine line(FeedLine line) {
        return new ReadLine(line.bookedOn(), line.valueOn(), line.amount(), line.bankReference(), line.counterparty(), line.texts(),
                line.pending(), line.counterpartyAccount(), line.code(), "");
    }
}
