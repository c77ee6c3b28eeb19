package io.quittance.fourway.entity;

import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.FourWayRow.Kind;
import io.quittance.fourway.FourWayRow.Told;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Batch.Item;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.gateway.PaymentEvent.Conversion;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts side by side what each of the four says of the same money. */
final class Rows {

    private final Facts facts;
    private final Map<String, Map<Long, List<Booked>>> booked;
    private final Map<Long, List<Settled>> settled;
    private final Map<Long, Received> byId = new HashMap<>();
    private final List<FourWayRow> rows = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();
    private final Map<Long, Banked> lines = new HashMap<>();
    private Map<Link, Money> onBank = Map.of();
    private Map<Link, List<Banked>> shown = Map.of();

    Rows(Facts facts, Map<String, Map<Long, List<Booked>>> booked, Map<Long, List<Settled>> settled) {
        this.facts = facts;
        this.booked = booked;
        this.settled = settled;
        facts.received().forEach(one -> byId.put(one.id(), one));
        facts.lines().forEach(line -> lines.put(line.id(), line));
    }

    /** What invoices and the journal say of one movement. */
    private record Said(Money settled, Money onAccount, Money ledger) {

        Said plus(Said other) {
            return new Said(settled.plus(other.settled), onAccount.plus(other.onAccount), ledger.plus(other.ledger));
        }

        static Said none(Money like) {
            Money none = Money.zero(like.currency());
            return new Said(none, none, none);
        }
    }

    List<FourWayRow> of(List<Batch> batches, Arrivals arrivals) {
        onBank = Shown.onBank(arrivals);
        shown = Shown.lines(arrivals);
        batches.forEach(this::payout);
        facts.received().forEach(payment -> payment.capture().filter(move -> !placed.contains(place(payment, move)))
                .ifPresent(move -> capture(payment, move)));
        new Returns(facts, booked).group(placed).forEach(this::back);
        Set<Long> known = new HashSet<>();
        rows.forEach(row -> row.records().stream().filter(record -> record.kind() == RecordRef.Kind.LINE)
                .forEach(record -> known.add(record.id())));
        facts.lines().stream().filter(line -> !known.contains(line.id()) && line.amount().isPositive()).forEach(this::alone);
        rows.sort(Comparator.comparing(FourWayRow::day).thenComparing(FourWayRow::kind).thenComparing(row -> row.ref().id()));
        return rows;
    }

    private static String place(Received payment, Moved move) {
        return payment.id() + ":" + move.key();
    }

    private void payout(Batch batch) {
        PaidOut payout = batch.payout();
        Money none = Money.zero(payout.net().currency());
        Said said = Said.none(payout.net());
        Money exchanged = none;
        for (Received payment : batch.captures()) {
            Moved move = payment.capture().orElseThrow();
            placed.add(place(payment, move));
            Optional<Money> into = payout.conversions().stream().filter(one -> one.payment().value().equals(payment.reference()))
                    .map(Conversion::settled).findFirst();
            if (into.isPresent()) {
                exchanged = exchanged.plus(into.get());
                said = said.plus(exchanged(said(payment, move), move, into.get()));
            } else if (move.amount().currency().equals(none.currency())) {
                said = said.plus(said(payment, move));
            }
        }
        for (Item item : batch.others()) {
            placed.add(item.key());
            said = said.plus(item.payment() == 0 ? Said.none(none) : back(byId.get(item.payment()), item));
        }
        boolean lists = !payout.payments().isEmpty();
        Link link = new Link(Link.Kind.PAYOUT, payout.id());
        List<RecordRef> records = new ArrayList<>(List.of(Findings.ref(payout)));
        batch.captures().stream().map(Findings::ref).forEach(records::add);
        shown.getOrDefault(link, List.of()).stream().map(Findings::ref).forEach(records::add);
        rows.add(new FourWayRow(Kind.PAYOUT, Findings.ref(payout), payout.arrivesOn(), said.settled(), said.onAccount(),
                lists ? none : payout.gross(), lists ? said.ledger() : payout.gross(),
                new Told(payout.gross(), payout.fee(), payout.reserve(), payout.net(), exchanged), onBank.getOrDefault(link, none),
                onBank.containsKey(link) ? none : payout.net(), records));
    }

    /** All of it counts at the gateway's rate; what is off stays off by as much. */
    private static Said exchanged(Said said, Moved move, Money into) {
        Money none = Money.zero(into.currency());
        boolean invoices = said.settled().plus(said.onAccount()).equals(move.amount());
        return new Said(invoices ? into : none, none, said.ledger().equals(move.amount()) ? into : none);
    }

    private void capture(Received payment, Moved move) {
        Money none = Money.zero(move.amount().currency());
        Said said = said(payment, move);
        Optional<Banked> line = Optional.ofNullable(payment.byHand() ? lines.get(payment.line()) : null);
        Link link = new Link(Link.Kind.PAYMENT, payment.id());
        Money seen = line.isPresent() ? move.amount() : onBank.get(link);
        Kind kind = !payment.byHand() ? Kind.AT_GATEWAY : line.isPresent() ? Kind.TRANSFER : payment.expected() ? Kind.NOTED : Kind.IN_HAND;
        List<RecordRef> records = new ArrayList<>(List.of(Findings.ref(payment)));
        line.map(Findings::ref).ifPresent(records::add);
        shown.getOrDefault(link, List.of()).stream().map(Findings::ref).forEach(records::add);
        Told told = payment.byHand() ? Told.plain(move.amount())
                : new Told(move.amount(), move.fee(), none, move.amount().minus(move.fee()), none);
        rows.add(new FourWayRow(kind, Findings.ref(payment), line.map(Banked::day).orElse(move.day()), said.settled(), said.onAccount(),
                none, said.ledger(), told, seen == null ? none : seen, seen == null ? told.net() : none, records));
    }

    private void back(Returns.Group group) {
        Money none = Money.zero(group.amount().currency());
        Received first = byId.get(group.items().getFirst().payment());
        Said said = group.items().stream().map(item -> back(byId.get(item.payment()), item)).reduce(Said::plus).orElseThrow();
        Money fee = group.items().stream().map(Item::fee).reduce(Money::plus).orElseThrow();
        Money net = group.amount().minus(fee);
        List<RecordRef> records = new ArrayList<>(List.of(Findings.ref(first)));
        group.line().map(Findings::ref).ifPresent(records::add);
        Money seen = group.line().map(Banked::amount).orElse(none);
        rows.add(new FourWayRow(group.atGateway() ? Kind.AT_GATEWAY : Kind.RETURN, Findings.ref(first), group.day(), said.settled(),
                said.onAccount(), none, said.ledger(), new Told(group.amount(), fee, none, net, none), seen,
                group.line().isPresent() ? none : net, records));
    }

    private void alone(Banked line) {
        Money none = Money.zero(line.amount().currency());
        rows.add(new FourWayRow(Kind.LINE, Findings.ref(line), line.day(), none, none, none, none, Told.plain(none), line.amount(), none,
                List.of(Findings.ref(line))));
    }

    /** Of a capture: all that its payment settles now, and what went back since counts where it went back. */
    private Said said(Received payment, Moved capture) {
        Money none = Money.zero(capture.amount().currency());
        List<Booked> entries = entries(payment);
        Money now = settled.getOrDefault(payment.id(), List.of()).stream().map(Settled::amount)
                .filter(money -> money.currency().equals(none.currency())).reduce(none, Money::plus);
        Money rests = entries.stream().map(entry -> entry.of(AccountRole.UNAPPLIED_CASH, none.currency())).reduce(none, Money::plus)
                .negated();
        Money since = payment.moves().stream().filter(move -> move.kind() != Moved.Kind.CAPTURE)
                .map(Moved::signed).reduce(none, Money::plus);
        return new Said(now.minus(since), rests, ledger(entries, capture.key(), none));
    }

    private Said back(Received payment, Item item) {
        Money none = Money.zero(item.gross().currency());
        String key = item.key().substring(item.key().indexOf(':') + 1);
        return new Said(item.gross(), none, ledger(entries(payment), key, none));
    }

    private static Money ledger(List<Booked> entries, String move, Money none) {
        return entries.stream().filter(entry -> entry.key().endsWith(":" + move)).map(entry -> entry.owed(none.currency()).negated())
                .reduce(none, Money::plus);
    }

    private List<Booked> entries(Received payment) {
        return booked.getOrDefault("payment", Map.of()).getOrDefault(payment.id(), List.of());
    }
}
