package io.quittance.reconciliation.entity;

import io.quittance.customer.CustomerId;
import io.quittance.reconciliation.MatchEvidence;
import io.quittance.reconciliation.MatchEvidence.Kind;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All ways to explain one movement by what is open: by the items it names, by who pays, and by its amount. */
final class Hypotheses {

    /** Even a whole number in full may be a slip of the pen that hits another number. */
    private static final int SUREST_REFERENCE = 60;
    /** How much each further letter of a reference makes chance less likely; less than ten, for numbers are given in sequence. */
    private static final int PER_LETTER = 8;
    private static final int SUREST_AMOUNT = 45;
    private static final int SUREST_SUM = 40;
    private static final int SUREST_PAYER = 45;
    /** In minor units, and so seldom a sum of such prices is met by chance: one in 400, 6,000, 300,000. */
    private static final int ROUND_PRICE = 500;
    private static final int ROUND = 26;
    private static final int EVEN_PRICE = 100;
    private static final int EVEN = 38;
    private static final int ODD = 55;
    /** Money also comes from outside: so rare are an amount, a name or an account there, however few are in our own books. */
    private static final int OUTSIDE = 3_000;
    private static final int ACCOUNTS_OUTSIDE = 30_000;
    /** What it adds that a known payer is also called so. */
    static final int SECOND_WITNESS = 3;
    /** How often a right match comes with this: about one in twelve pays short, one in twenty too much or for somebody else. */
    private static final int SHORT = -11;
    private static final int OVER = -13;
    private static final int OTHER_ACCOUNT = -12;
    private static final int OTHER_NAME = -10;
    private static final int EARLY = -10;
    private static final int OTHER_REFERENCE = -20;
    /** One in ten pays several invoices without naming any. */
    private static final int UNNAMED_SUM = -10;
    /** Of so many with one amount each may be meant; among more the amount alone does not tell. */
    static final int FEW = 3;
    private static final int MOST_CUSTOMERS = 50;

    private final OpenBook book;
    private final Payers payers;
    private final Movement movement;
    private final Money amount;
    private final Map<CustomerId, Map<OpenItem, MatchEvidence>> named = new LinkedHashMap<>();
    private final Set<CustomerId> accountOwners;
    private final Set<CustomerId> namesakes;
    private final List<Hypothesis> found = new ArrayList<>();

    private Hypotheses(OpenBook book, Payers payers, Movement movement) {
        this.book = book;
        this.payers = payers;
        this.movement = movement;
        this.amount = movement.amount();
        this.accountOwners = payers.payingFrom(movement.payerAccount());
        this.namesakes = payers.called(movement.payerName());
    }

    /** Likeliest first. @param references that the movement's texts hold */
    static List<Hypothesis> of(OpenBook book, Payers payers, Movement movement, Set<String> references) {
        Hypotheses search = new Hypotheses(book, payers, movement);
        search.readNames(references);
        search.named.forEach(search::byName);
        search.byPayer();
        search.byAmount();
        return search.found.stream().map(search::judged).sorted(Hypothesis.LIKELIEST_FIRST).toList();
    }

    private void readNames(Set<String> references) {
        book.named(references).forEach((reference, meant) -> {
            long customers = meant.stream().map(OpenItem::customer).distinct().count();
            int weight = Math.min(SUREST_REFERENCE, PER_LETTER * reference.length()) - Decibans.oneIn(customers);
            for (OpenItem item : meant) {
                if (item.open().currency().equals(amount.currency())) {
                    named.computeIfAbsent(item.customer(), unknown -> new LinkedHashMap<>())
                            .merge(item, new MatchEvidence(Kind.REFERENCE, weight, reference),
                                    (one, other) -> one.decibans() >= other.decibans() ? one : other);
                }
            }
        });
    }

    /** The items of one customer that the payer names. */
    private void byName(CustomerId customer, Map<OpenItem, MatchEvidence> namedItems) {
        List<OpenItem> items = namedItems.keySet().stream().sorted(OpenItem.OLDEST_FIRST).toList();
        MatchEvidence reference = namedItems.values().stream()
                .reduce((one, other) -> one.decibans() >= other.decibans() ? one : other).orElseThrow();
        Money sum = sum(items);
        List<OpenItem> exact = items.stream().filter(item -> item.open().equals(amount)).limit(1).toList();
        if (!exact.isEmpty()) {
            add(customer, exact, reference, exactly());
        } else if (sum.equals(amount)) {
            add(customer, items, reference, new MatchEvidence(Kind.SUM, SUREST_SUM, ""));
        } else if (sum.compareTo(amount) > 0) {
            List<List<OpenItem>> choices = ExactSums.of(items, amount).choices();
            choices.forEach(choice -> add(customer, choice, reference, new MatchEvidence(Kind.SUM, SUREST_SUM, "")));
            if (choices.isEmpty()) {
                add(customer, items, reference, new MatchEvidence(Kind.SHORT, SHORT, sum.minus(amount).toString()));
            }
        } else {
            andMore(customer, items, reference, amount.minus(sum));
        }
    }

    /** More than what is named: for further items of the same customer that come to the rest exactly, or simply too much. */
    private void andMore(CustomerId customer, List<OpenItem> items, MatchEvidence reference, Money rest) {
        List<OpenItem> others = unnamed(customer).stream().filter(item -> !items.contains(item)).toList();
        List<OpenItem> one = others.stream().filter(item -> item.open().equals(rest)).limit(1).toList();
        ExactSums.Found sums = one.isEmpty() ? ExactSums.of(others, rest) : new ExactSums.Found(List.of(one), others.size());
        for (List<OpenItem> choice : sums.choices()) {
            List<OpenItem> all = new ArrayList<>(items);
            all.addAll(choice);
            add(customer, all, reference, new MatchEvidence(Kind.SUM, Math.max(0, SUREST_SUM - Decibans.oneIn(sums.tried())), ""));
        }
        if (sums.choices().isEmpty()) {
            add(customer, items, reference, new MatchEvidence(Kind.OVER, OVER, rest.toString()));
        }
    }

    /** Items of those who pay from this account or are called so, where they are not named. */
    private void byPayer() {
        Set<CustomerId> known = new LinkedHashSet<>(accountOwners);
        known.addAll(namesakes);
        known.removeAll(named.keySet());
        known.stream().limit(MOST_CUSTOMERS).forEach(customer -> {
            List<OpenItem> items = unnamed(customer);
            List<OpenItem> exact = items.stream().filter(item -> item.open().equals(amount)).limit(1).toList();
            if (!exact.isEmpty()) {
                add(customer, exact, anyItem(), exactly());
                return;
            }
            ExactSums.Found sums = ExactSums.of(items, amount);
            MatchEvidence anyCustomer = new MatchEvidence(Kind.PRIOR, -Decibans.oneIn(payers.count()), "");
            for (List<OpenItem> choice : sums.choices()) {
                int rarity = choice.stream().mapToInt(item -> rarity(item.open())).max().orElseThrow();
                int weight = Math.max(0, rarity + UNNAMED_SUM - Decibans.oneIn(sums.tried()));
                add(customer, choice, anyCustomer, new MatchEvidence(Kind.SUM, weight, ""));
            }
            if (sums.choices().isEmpty()) {
                Money open = sum(items);
                MatchEvidence differs = open.compareTo(amount) < 0
                        ? new MatchEvidence(Kind.OVER, OVER, amount.minus(open).toString())
                        : new MatchEvidence(Kind.SHORT, SHORT, open.minus(amount).toString());
                add(customer, items, anyCustomer, differs);
            }
        });
    }

    /** Items of anybody for which this is the amount, where there are only a few. */
    private void byAmount() {
        List<OpenItem> fitting = book.countOf(amount) > FEW ? List.of() : book.of(amount);
        fitting.stream().filter(item -> !item.onHold())
                .filter(item -> found.stream().noneMatch(hypothesis -> hypothesis.customer().equals(item.customer())))
                .forEach(item -> add(item.customer(), List.of(item), anyItem(), exactly()));
    }

    /** What a customer may mean without saying so, oldest first. */
    private List<OpenItem> unnamed(CustomerId customer) {
        return book.of(customer, amount).stream().filter(item -> !item.onHold()).toList();
    }

    private void add(CustomerId customer, List<OpenItem> items, MatchEvidence... evidence) {
        found.add(new Hypothesis(customer, items, amount, List.of(evidence)));
    }

    /** With what can be said of every hypothesis: who pays, when, and what else is named. */
    private Hypothesis judged(Hypothesis hypothesis) {
        List<MatchEvidence> more = new ArrayList<>();
        if (hypothesis.evidence().stream().anyMatch(seen -> seen.kind() == Kind.REFERENCE)) {
            more.add(anyItem());
        } else if (!named.isEmpty()) {
            more.add(new MatchEvidence(Kind.OTHER_REFERENCE, OTHER_REFERENCE, ""));
        }
        CustomerId customer = hypothesis.customer();
        boolean ownAccount = accountOwners.contains(customer);
        if (ownAccount) {
            more.add(new MatchEvidence(Kind.ACCOUNT, known(accountOwners.size(), ACCOUNTS_OUTSIDE), movement.payerAccount()));
        } else if (!accountOwners.isEmpty()) {
            more.add(new MatchEvidence(Kind.OTHER_ACCOUNT, OTHER_ACCOUNT, movement.payerAccount()));
        }
        if (namesakes.contains(customer)) {
            more.add(new MatchEvidence(Kind.NAME, ownAccount ? SECOND_WITNESS : known(namesakes.size(), OUTSIDE), movement.payerName()));
        } else if (!namesakes.isEmpty()) {
            more.add(new MatchEvidence(Kind.OTHER_NAME, OTHER_NAME, movement.payerName()));
        }
        if (hypothesis.items().stream().anyMatch(item -> movement.bookedOn().isBefore(item.issuedOn()))) {
            more.add(new MatchEvidence(Kind.EARLY, EARLY, ""));
        }
        return hypothesis.and(more);
    }

    /**
     * How seldom a sum of such amounts is met by chance, by the least round of them: round prices have round sums.
     *
     * @return decibans
     */
    static int rarity(Money amount) {
        long minor = amount.minorUnits();
        return minor % ROUND_PRICE == 0 ? ROUND : minor % EVEN_PRICE == 0 ? EVEN : ODD;
    }

    private MatchEvidence anyItem() {
        return new MatchEvidence(Kind.PRIOR, -Decibans.oneIn(book.size()), "");
    }

    private MatchEvidence exactly() {
        int weight = Math.min(SUREST_AMOUNT, Decibans.share(Math.max(1, book.countOf(amount)), Math.max(OUTSIDE, book.size())));
        return new MatchEvidence(Kind.AMOUNT, weight, amount.toString());
    }

    private int known(int sharedBy, int outside) {
        return known(payers, sharedBy, outside);
    }

    private static int known(Payers payers, int sharedBy, int outside) {
        return Math.min(SUREST_PAYER, Decibans.share(sharedBy, Math.max(outside, payers.count())));
    }

    /** What it says that money comes from an account that pays for so many customers. */
    static int account(Payers payers, int sharedBy) {
        return known(payers, sharedBy, ACCOUNTS_OUTSIDE);
    }

    private Money sum(List<OpenItem> items) {
        return items.stream().map(OpenItem::open).reduce(Money.zero(amount.currency()), Money::plus);
    }
}
