package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Delays;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines of the bank's are which expected money: by what they were found to be, else by what they name, else by amount and
 * day. What was found to be wrong on the way lies in {@link ArrivalGaps}.
 */
final class Arrivals {

    private static final int MOST_PARTS = 4;

    private final Delays delays;
    private final ArrivalGaps gaps;
    private final Map<Expected, List<Banked>> named = new LinkedHashMap<>();
    private final Map<Expected, List<Banked>> arrived = new LinkedHashMap<>();
    /** Those of which something is wrong, with the lines that it is about. */
    private final Map<Expected, List<Banked>> wrong = new LinkedHashMap<>();
    private final Set<Expected> waiting = new LinkedHashSet<>();
    private final Set<Banked> free = new LinkedHashSet<>();

    Arrivals(Delays delays, Findings findings) {
        this.delays = delays;
        this.gaps = new ArrivalGaps(findings, delays);
    }

    void settle(Collection<Expected> all, Collection<Banked> lines) {
        List<Expected> real = all.stream().filter(one -> !one.amount().isZero())
                .sorted(Comparator.comparing(Expected::day).thenComparing(one -> one.ref().id())).toList();
        Map<Link, Expected> byLink = new HashMap<>();
        real.forEach(one -> byLink.put(one.link(), one));
        Names names = new Names(real);
        List<Banked> ordered = lines.stream().sorted(Comparator.comparing(Banked::day).thenComparing(Banked::id)).toList();
        Set<Expected> together = new HashSet<>();
        for (Banked line : ordered) {
            List<Expected> owners = owners(line, byLink, names);
            if (owners.size() > 1) {
                together(line, owners, together);
            } else if (owners.size() == 1) {
                named.computeIfAbsent(owners.getFirst(), one -> new ArrayList<>()).add(line);
            } else if (line.links().isEmpty()) {
                free.add(line);
            }
        }
        real.stream().filter(one -> !named.containsKey(one) && !together.contains(one)).forEach(waiting::add);
        named.forEach((one, theirs) -> {
            if (!together.contains(one)) {
                judge(one, theirs);
            }
        });
        unnamed();
    }

    private List<Expected> owners(Banked line, Map<Link, Expected> byLink, Names names) {
        if (!line.links().isEmpty()) {
            return line.links().stream().map(byLink::get).filter(one -> one != null).distinct().toList();
        }
        Names.Said said = names.in(line);
        List<Expected> exact = said.sure().stream().filter(one -> one.amount().equals(line.amount())).toList();
        if (exact.size() == 1 || said.sure().size() == 1) {
            return exact.size() == 1 ? exact : List.copyOf(said.sure());
        }
        return said.sure().isEmpty() ? said.perhaps().stream().filter(one -> one.amount().equals(line.amount()))
                .filter(one -> named.getOrDefault(one, List.of()).isEmpty())
                .min(Comparator.comparing(one -> Math.abs(apart(one, line)))).map(List::of).orElse(List.of())
                : List.copyOf(said.sure());
    }

    /** One line that says it is several of them. */
    private void together(Banked line, List<Expected> owners, Set<Expected> together) {
        together.addAll(owners);
        boolean same = owners.stream().allMatch(one -> one.amount().currency().equals(line.amount().currency()));
        Money sum = same ? sum(owners.stream().map(Expected::amount).toList()) : owners.getFirst().amount();
        if (sum.equals(line.amount())) {
            owners.forEach(one -> arrived(one, List.of(line)));
        } else {
            gaps.together(line, owners, sum);
            owners.forEach(one -> wrong.put(one, List.of(line)));
        }
    }

    private void arrived(Expected one, List<Banked> lines) {
        arrived.put(one, lines);
        gaps.late(one, lines);
    }

    private void judge(Expected one, List<Banked> lines) {
        if (lines.stream().anyMatch(line -> !line.amount().currency().equals(one.amount().currency()))) {
            gaps.otherCurrency(one, lines);
            wrong.put(one, lines);
            return;
        }
        Money total = sum(lines.stream().map(Banked::amount).toList());
        if (total.equals(one.amount())) {
            arrived(one, lines);
            return;
        }
        Optional<Banked> exact = lines.stream().filter(line -> line.amount().equals(one.amount()))
                .min(Comparator.comparing((Banked line) -> line.links().isEmpty()).thenComparing(line -> Math.abs(apart(one, line))));
        if (exact.isPresent()) {
            arrived(one, List.of(exact.get()));
            lines.stream().filter(line -> !line.equals(exact.get())).forEach(line -> gaps.besides(one, exact.get(), line));
            return;
        }
        Money rest = one.amount().minus(total);
        if (rest.isNegative() == one.amount().isNegative() && parts(one, lines, rest) || rest.isNegative() != one.amount().isNegative()
                && others(one, lines, rest.negated())) {
            return;
        }
        gaps.differs(one, lines, total);
        wrong.put(one, lines);
    }

    /** The rest of it came in lines that do not say so. */
    private boolean parts(Expected one, List<Banked> lines, Money rest) {
        Optional<List<Banked>> parts = Sums.pick(near(one, rest), Banked::amount, rest, 1, MOST_PARTS);
        parts.ifPresent(found -> {
            List<Banked> all = new ArrayList<>(lines);
            all.addAll(found);
            free.removeAll(found);
            gaps.split(one, all);
            wrong.put(one, all);
        });
        return parts.isPresent();
    }

    /** Others that nobody names came with it. */
    private boolean others(Expected one, List<Banked> lines, Money more) {
        List<Expected> candidates = waiting.stream().filter(other -> other.amount().currency().equals(more.currency()))
                .filter(other -> Math.abs(ChronoUnit.DAYS.between(other.day(), lines.getFirst().day())) <= delays.bank()).toList();
        Optional<List<Expected>> others = Sums.pick(candidates, Expected::amount, more, 1, MOST_PARTS);
        others.ifPresent(found -> {
            List<Expected> all = new ArrayList<>(List.of(one));
            all.addAll(found);
            merged(lines.getFirst(), all);
        });
        return others.isPresent();
    }

    private void merged(Banked line, List<Expected> all) {
        gaps.merged(line, all);
        all.forEach(one -> wrong.put(one, List.of(line)));
        waiting.removeAll(all);
        free.remove(line);
    }

    /** By amount and day alone: one by one, then several as one, then one as several. */
    private void unnamed() {
        for (Expected one : List.copyOf(waiting)) {
            near(one, one.amount()).stream().filter(line -> line.amount().equals(one.amount()))
                    .min(Comparator.comparing(line -> Math.abs(apart(one, line)))).ifPresent(line -> {
                        free.remove(line);
                        waiting.remove(one);
                        arrived(one, List.of(line));
                    });
        }
        for (Banked line : List.copyOf(free)) {
            List<Expected> candidates = waiting.stream().filter(one -> one.amount().currency().equals(line.amount().currency()))
                    .filter(one -> one.amount().isNegative() == line.amount().isNegative())
                    .filter(one -> Math.abs(apart(one, line)) <= delays.bank()).toList();
            Sums.pick(candidates, Expected::amount, line.amount(), 2, MOST_PARTS + 1).ifPresent(all -> merged(line, all));
        }
        for (Expected one : List.copyOf(waiting)) {
            Sums.pick(near(one, one.amount()), Banked::amount, one.amount(), 2, MOST_PARTS).ifPresent(parts -> {
                free.removeAll(parts);
                waiting.remove(one);
                gaps.split(one, parts);
                wrong.put(one, parts);
            });
        }
    }

    /** What nobody came for in time, as far as the statements tell. */
    void overdue(Map<Currency, Facts.Told> statements) {
        for (Expected one : waiting) {
            Facts.Told told = statements.get(one.amount().currency());
            if (told != null && !one.day().isBefore(told.from()) && one.day().plusDays(delays.bank()).isBefore(told.until())) {
                gaps.missing(one);
            }
        }
    }

    private List<Banked> near(Expected one, Money sign) {
        return free.stream().filter(line -> line.amount().currency().equals(one.amount().currency()))
                .filter(line -> line.amount().isNegative() == sign.isNegative())
                .filter(line -> Math.abs(apart(one, line)) <= delays.bank()).toList();
    }

    private static long apart(Expected one, Banked line) {
        return ChronoUnit.DAYS.between(one.day(), line.day());
    }

    private static Money sum(List<Money> some) {
        return some.stream().reduce(Money::plus).orElseThrow();
    }

    /** By what arrived as it should, the lines that brought it. */
    Map<Expected, List<Banked>> arrived() {
        return arrived;
    }

    Map<Expected, List<Banked>> wrong() {
        return wrong;
    }

    /** Lines that nothing explains. */
    Set<Banked> free() {
        return free;
    }
}
