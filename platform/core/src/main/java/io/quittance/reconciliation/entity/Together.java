package io.quittance.reconciliation.entity;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.reconciliation.MatchEvidence;
import io.quittance.reconciliation.MatchEvidence.Kind;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.MatchProposal.Share;
import io.quittance.spi.money.Money;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several transfers, none of which says for what it is, that settle one item of their payer together: two or three within two weeks, from
 * an account that is known to pay for one customer only. If they also settle another item so, or one of them goes with others, the
 * amounts do not tell, and none is taken.
 */
final class Together {

    private static final int DAYS_APART = 14;
    /** Of one payer at one time; more would fit by chance. */
    private static final int MOST_MOVEMENTS = 12;
    private static final int MOST_ITEMS = 24;
    private static final int MOST_PARTS = 3;
    /** One in ten pays without naming anything; that parts are rare says nothing, for so is money that is for nothing of ours. */
    private static final int UNNAMED_PARTS = -10;

    private final List<Movement> movements;
    private final List<OpenItem> items;
    private final List<Found> found = new ArrayList<>();
    private int tried;

    private record Found(OpenItem item, List<Movement> parts) {
    }

    /** Transfers and the item that they settle. */
    record Group(CustomerId customer, OpenItem item, List<Movement> movements, List<MatchEvidence> evidence) {

        int decibans() {
            return evidence.stream().mapToInt(MatchEvidence::decibans).sum();
        }

        /** Nothing has been paid of it meanwhile. */
        boolean isOpen(OpenBook book) {
            return book.of(customer, item.open()).contains(item);
        }

        MatchProposal proposal(Movement movement, Score score) {
            Money amount = movement.amount();
            return new MatchProposal(customer, List.of(new Share(item.claim(), amount)), Money.zero(amount.currency()), score, evidence);
        }
    }

    private Together(List<Movement> movements, List<OpenItem> items) {
        this.movements = movements;
        this.items = items;
    }

    /** @param silent movements that name nothing and are not explained by themselves, oldest first */
    static List<Group> of(OpenBook book, Payers payers, Collection<Movement> silent) {
        Map<CustomerId, List<Movement>> ofPayer = new LinkedHashMap<>();
        for (Movement movement : silent) {
            Set<CustomerId> owners = payers.payingFrom(movement.payerAccount());
            if (owners.size() == 1) {
                ofPayer.computeIfAbsent(owners.iterator().next(), unknown -> new ArrayList<>()).add(movement);
            }
        }
        List<Group> groups = new ArrayList<>();
        ofPayer.forEach((customer, some) -> {
            if (some.size() > 1 && some.size() <= MOST_MOVEMENTS) {
                groups.addAll(of(book, payers, customer, some));
            }
        });
        return groups;
    }

    private static List<Group> of(OpenBook book, Payers payers, CustomerId customer, List<Movement> movements) {
        List<OpenItem> items = book.of(customer, movements.getFirst().amount()).stream().filter(item -> !item.onHold()).limit(MOST_ITEMS)
                .toList();
        Together search = new Together(movements, items);
        search.extend(new ArrayList<>(), 0);
        return search.found.stream().filter(search::isOnlyWay)
                .map(each -> new Group(customer, each.item(), each.parts(), search.evidence(payers, each))).toList();
    }

    private boolean isOnlyWay(Found one) {
        return found.stream().filter(other -> other != one).noneMatch(other -> other.item().equals(one.item())
                || !Collections.disjoint(other.parts(), one.parts()));
    }

    private void extend(List<Movement> parts, int from) {
        if (parts.size() > 1) {
            compare(parts);
        }
        for (int i = from; i < movements.size() && parts.size() < MOST_PARTS; i++) {
            Movement next = movements.get(i);
            boolean near = parts.isEmpty() || ChronoUnit.DAYS.between(parts.getFirst().bookedOn(), next.bookedOn()) <= DAYS_APART;
            if (near && next.amount().currency().equals(movements.getFirst().amount().currency())) {
                parts.add(next);
                extend(parts, i + 1);
                parts.removeLast();
            }
        }
    }

    private void compare(List<Movement> parts) {
        Money sum = parts.stream().map(Movement::amount).reduce(Money::plus).orElseThrow();
        for (OpenItem item : items) {
            tried++;
            if (item.open().equals(sum) && parts.stream().noneMatch(part -> part.bookedOn().isBefore(item.issuedOn()))) {
                found.add(new Found(item, List.copyOf(parts)));
            }
        }
    }

    private List<MatchEvidence> evidence(Payers payers, Found group) {
        Money sum = group.item().open();
        int rarity = group.parts().stream().mapToInt(part -> Hypotheses.rarity(part.amount())).max().orElseThrow();
        int weight = Math.max(0, rarity + UNNAMED_PARTS - Decibans.oneIn(Math.max(1, tried)));
        List<MatchEvidence> evidence = new ArrayList<>(List.of(new MatchEvidence(Kind.TOGETHER, weight, sum.toString()),
                new MatchEvidence(Kind.PRIOR, -Decibans.oneIn(payers.count()), ""),
                new MatchEvidence(Kind.ACCOUNT, Hypotheses.account(payers, 1), group.parts().getFirst().payerAccount())));
        String name = group.parts().getFirst().payerName();
        if (payers.called(name).contains(group.item().customer())) {
            evidence.add(new MatchEvidence(Kind.NAME, Hypotheses.SECOND_WITNESS, name));
        }
        return evidence;
    }
}
