package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Batch.Item;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What went back and is in no payout: by the bank, one line for one or several, or still to be held back by the gateway. */
final class Returns {

    private static final int MOST_TOGETHER = 6;
    private static final int DAYS = 10;

    private final Facts facts;
    private final Map<String, Map<Long, List<Booked>>> booked;

    Returns(Facts facts, Map<String, Map<Long, List<Booked>>> booked) {
        this.facts = facts;
        this.booked = booked;
    }

    /** @param amount signed as the payers' money */
    record Group(List<Item> items, LocalDate day, Money amount, Optional<Banked> line, boolean atGateway) {

        Group {
            items = List.copyOf(items);
        }
    }

    /** @param placed keys of those that payouts hold */
    List<Group> group(Set<String> placed) {
        List<Group> groups = new ArrayList<>();
        List<Item> byBank = new ArrayList<>();
        for (Received payment : facts.received()) {
            for (Moved move : payment.moves()) {
                Item item = Item.of(payment, move);
                if (move.kind() != Moved.Kind.CAPTURE && !placed.contains(item.key()) && payment.capture().isPresent()) {
                    if (atGateway(payment, move)) {
                        groups.add(new Group(List.of(item), move.day(), item.gross(), Optional.empty(), true));
                    } else {
                        byBank.add(item);
                    }
                }
            }
        }
        byBank.sort(Comparator.comparing(Item::day).thenComparing(Item::key));
        facts.lines().stream().filter(line -> line.amount().isNegative())
                .filter(line -> line.links().stream().anyMatch(link -> link.kind() == Link.Kind.ORDER))
                .sorted(Comparator.comparing(Banked::day).thenComparing(Banked::id)).forEach(line -> take(line, byBank, groups));
        byBank.forEach(item -> groups.add(new Group(List.of(item), item.day(), item.gross(), Optional.empty(), false)));
        return groups;
    }

    private void take(Banked line, List<Item> byBank, List<Group> groups) {
        List<Item> near = byBank.stream().filter(item -> item.gross().currency().equals(line.amount().currency()))
                .filter(item -> Math.abs(ChronoUnit.DAYS.between(item.day(), line.day())) <= DAYS).toList();
        Sums.pick(near, item -> item.gross().minus(item.fee()), line.amount(), 1, MOST_TOGETHER).ifPresent(items -> {
            byBank.removeAll(items);
            Money gross = items.stream().map(Item::gross).reduce(Money::plus).orElseThrow();
            groups.add(new Group(items, line.day(), gross, Optional.of(line), false));
        });
    }

    private boolean atGateway(Received payment, Moved move) {
        return !payment.byHand() && booked.getOrDefault("payment", Map.of()).getOrDefault(payment.id(), List.of()).stream()
                .filter(entry -> entry.key().endsWith(":" + move.key())).noneMatch(entry -> !entry.moves(AccountRole.GATEWAY_CLEARING));
    }
}
