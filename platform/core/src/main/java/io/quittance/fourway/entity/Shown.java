package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of what was expected the bank has shown. */
final class Shown {

    private Shown() {
    }

    /** By what was expected; absent where no line showed any of it. A line for several counts for each as far as it goes. */
    static Map<Link, Money> onBank(Arrivals arrivals) {
        Map<List<Banked>, List<Expected>> together = new LinkedHashMap<>();
        arrivals.arrived().forEach((one, lines) -> together.computeIfAbsent(lines, same -> new ArrayList<>()).add(one));
        arrivals.wrong().forEach((one, lines) -> together.computeIfAbsent(lines, same -> new ArrayList<>()).add(one));
        Map<Link, Money> shown = new HashMap<>();
        together.forEach((lines, expected) -> {
            Money none = Money.zero(expected.getFirst().amount().currency());
            Money left = lines.stream().map(Banked::amount).filter(money -> money.currency().equals(none.currency()))
                    .reduce(none, Money::plus);
            for (int i = 0; i < expected.size(); i++) {
                Money part = i == expected.size() - 1 ? left : expected.get(i).amount();
                left = left.minus(part);
                shown.put(expected.get(i).link(), part);
            }
        });
        return shown;
    }

    /** The lines of each. */
    static Map<Link, List<Banked>> lines(Arrivals arrivals) {
        Map<Link, List<Banked>> found = new HashMap<>();
        arrivals.arrived().forEach((one, lines) -> found.put(one.link(), lines));
        arrivals.wrong().forEach((one, lines) -> found.put(one.link(), lines));
        return found;
    }
}
