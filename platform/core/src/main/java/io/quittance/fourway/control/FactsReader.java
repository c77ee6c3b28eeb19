package io.quittance.fourway.control;

import io.quittance.config.Json;
import io.quittance.fourway.SettlementDelays;
import io.quittance.fourway.entity.Facts;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentStory;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payments;
import io.quittance.payment.boundary.Payouts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantMark;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what the four say of a span of days, and whatever is needed to understand it. */
@ApplicationScoped
public class FactsReader {

    /** Payouts hold payments of earlier days. */
    private static final int DAYS_BEFORE = 21;
    private static final int DAYS_AFTER = 30;
    private static final String DELAYS = "fourway.delays";
    /** Keys of payments for which no line is awaited: made from lines or collections, or brought along from former books. */
    private static final List<String> NOT_AWAITED = List.of("bank-line:", "debit:", "import:");

    @Inject
    EntityManager entities;
    @Inject
    JournalFacts journal;
    @Inject
    BankFacts bank;
    @Inject
    Payments payments;
    @Inject
    Payouts payouts;
    @Inject
    TenantSettings settings;
    @Inject
    CurrentTenant tenant;
    @Inject
    Json json;

    /** How long things may take here. */
    public SettlementDelays delays() {
        return settings.find(DELAYS).map(kept -> json.read(kept, SettlementDelays.class)).orElse(SettlementDelays.STANDARD);
    }

    void delays(SettlementDelays changed) {
        settings.put(DELAYS, json.write(changed));
    }

    /** @param from first day that is judged; @param until last day of which facts are read */
    Facts read(LocalDate from, LocalDate until) {
        ZoneId zone = tenant.get().zone();
        LocalDate start = from.minusDays(DAYS_BEFORE);
        Instant since = start.atStartOfDay(zone).toInstant();
        Instant to = until.plusDays(1).atStartOfDay(zone).toInstant();
        List<PaidOut> paidOut = payouts.arriving(start, until.plusDays(DAYS_AFTER)).stream().map(FactsReader::payout).toList();
        Map<Long, Banked> lines = new LinkedHashMap<>();
        bank.lines(start, until).forEach(line -> lines.put(line.id(), line));
        Map<Long, Booked> booked = new LinkedHashMap<>();
        journal.written(since, to).forEach(entry -> booked.put(entry.id(), entry));
        Set<Long> ids = new TreeSet<>(received(start, until));
        ids.addAll(causes(booked.values(), "payment"));
        ids.addAll(held(paidOut));
        ids.addAll(bank.payments(lines.keySet()).keySet());
        journal.causedBy("payment", ids).forEach(entry -> booked.put(entry.id(), entry));
        journal.causedBy("bank-line", lines.keySet()).forEach(entry -> booked.put(entry.id(), entry));
        journal.causedBy("payout", paidOut.stream().map(PaidOut::id).toList()).forEach(entry -> booked.put(entry.id(), entry));
        journal.reversing(List.copyOf(booked.keySet())).forEach(entry -> booked.put(entry.id(), entry));
        Map<Long, Long> shown = bank.linesOf(ids);
        Set<Long> others = new TreeSet<>(shown.values());
        others.addAll(causes(booked.values(), "bank-line"));
        others.removeAll(lines.keySet());
        bank.lines(others).forEach(line -> lines.put(line.id(), line));
        List<Received> stories = payments.stories(ids.stream().map(PaymentId::new).toList()).stream()
                .map(story -> received(story, shown.getOrDefault(story.id().value(), 0L), zone)).toList();
        SettlementDelays delays = delays();
        return new Facts(from, until, bank.told(), new Facts.Delays(delays.bank(), delays.settlement(), delays.otherwise()),
                List.copyOf(journal.settled(ids, since, to)), List.copyOf(booked.values()), stories, paidOut,
                List.copyOf(lines.values()), bank.payers(), TenantMark.of(tenant.get().id()));
    }

    private static Set<Long> causes(Collection<Booked> booked, String type) {
        Set<Long> ids = new TreeSet<>();
        booked.stream().filter(entry -> entry.cause().equals(type)).forEach(entry -> ids.add(entry.causeId()));
        return ids;
    }

    private static PaidOut payout(PayoutRow row) {
        return new PaidOut(row.id(), row.gateway(), row.reference(), row.bankReference(), row.gross(), row.fee(), row.reserve(), row.net(),
                row.arrivesOn(), row.payments(), row.conversions());
    }

    private static Received received(PaymentStory story, long line, ZoneId zone) {
        boolean byHand = story.gateway().equals(PaymentRow.BY_HAND);
        boolean transfer = story.method() == PaymentMethod.BANK_TRANSFER || story.method() == PaymentMethod.DIRECT_DEBIT;
        boolean expected = byHand && transfer && line == 0 && !story.exchanged()
                && NOT_AWAITED.stream().noneMatch(story.reference()::startsWith);
        return new Received(story.id().value(), story.gateway(), story.reference(), story.customer().map(one -> one.value()).orElse(0L),
                story.attempt().orElse(""), byHand ? story.label() : "", line, expected,
                story.moves().stream().map(move -> moved(move, zone)).toList());
    }

    private static Moved moved(MoneyMove move, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(move.at(), zone);
        return switch (move) {
            case MoneyMove.Capture capture -> new Moved(move.key(), Moved.Kind.CAPTURE, day, capture.gross(), capture.fee());
            case MoneyMove.TakeBack back -> new Moved(move.key(), Moved.Kind.TAKE_BACK, day, back.amount(), back.fee());
            case MoneyMove.GiveBack again -> new Moved(move.key(), Moved.Kind.GIVE_BACK, day, again.amount(),
                    Money.zero(again.amount().currency()));
        };
    }

    private Set<Long> received(LocalDate from, LocalDate to) {
        return ids("SELECT id FROM payment WHERE received_on BETWEEN ? AND ?", List.of(from, to));
    }

    private Set<Long> held(List<PaidOut> some) {
        Map<String, Set<String>> byGateway = new LinkedHashMap<>();
        some.forEach(payout -> byGateway.computeIfAbsent(payout.gateway(), one -> new TreeSet<>()).addAll(payout.payments()));
        Set<Long> found = new TreeSet<>();
        byGateway.forEach((gateway, references) -> {
            List<String> all = List.copyOf(references);
            for (int from = 0; from < all.size(); from += 500) {
                List<Object> values = new ArrayList<>(List.of(gateway));
                values.addAll(all.subList(from, Math.min(all.size(), from + 500)));
                found.addAll(ids("SELECT id FROM payment WHERE gateway = ? AND reference IN ("
                        + Sql.marks(values.size() - 1) + ")", values));
            }
        });
        return found;
    }

    private Set<Long> ids(String query, List<Object> values) {
        return new TreeSet<>(Sql.select(entities, query, row -> row.getLong(1), values));
    }
}
