package io.quittance.fourway.entity;

import io.quittance.fourway.Leg;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Delays;
import io.quittance.fourway.entity.Findings.What;
import io.quittance.reconciliation.Gap;
import io.quittance.spi.money.Money;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with money that was expected on the bank. */
final class ArrivalGaps {

    private final Findings findings;
    private final Delays delays;

    ArrivalGaps(Findings findings, Delays delays) {
        this.findings = findings;
        this.delays = delays;
    }

    void together(Banked line, List<Expected> owners, Money sum) {
        boolean currency = !sum.currency().equals(line.amount().currency());
        boolean less = !currency && line.amount().abs().compareTo(sum.abs()) < 0;
        What what = currency ? new What(Gap.FX, Leg.BANK, "arrived-in-another-currency")
                : less ? new What(Gap.SHORT, Leg.BANK, "arrived-short") : new What(Gap.OVER, Leg.BANK, "arrived-over");
        findings.add(what, "line:" + line.id(), line.day(), currency ? sum : sum.minus(line.amount()), records(List.of(line), owners),
                labels(owners), line.amount().toString(), sum.toString());
    }

    void late(Expected one, List<Banked> lines) {
        lines.stream().filter(line -> Math.abs(ChronoUnit.DAYS.between(one.day(), line.day())) > delays.bank()).findFirst()
                .ifPresent(line -> findings.add(new What(Gap.DATE, Leg.BANK, "arrived-another-day"), one.subject(), one.day(), one.amount(),
                        records(lines, List.of(one)), one.ref().label(), line.day().toString(), one.day().toString()));
    }

    void otherCurrency(Expected one, List<Banked> lines) {
        findings.add(new What(Gap.FX, Leg.BANK, "arrived-in-another-currency"), one.subject(), one.day(), one.amount(),
                records(lines, List.of(one)), one.ref().label(), lines.getFirst().amount().toString(), one.amount().toString());
    }

    /** A line that says it is something that has arrived by another one. */
    void besides(Expected one, Banked arrived, Banked line) {
        What what = line.amount().equals(one.amount()) ? new What(Gap.DUPLICATE, Leg.BANK, "arrived-twice")
                : line.amount().equals(one.amount().negated()) ? new What(Gap.REVERSED, Leg.BANK, "arrival-taken-back")
                : new What(Gap.OVER, Leg.BANK, "arrived-over");
        findings.add(what, "line:" + line.id(), line.day(), line.amount(), records(List.of(line, arrived), List.of(one)),
                one.ref().label(), line.amount().plus(arrived.amount()).toString(), one.amount().toString());
    }

    /** Too little or too much; by exactly the fee, it is the fee. */
    void differs(Expected one, List<Banked> lines, Money total) {
        Money rest = one.amount().minus(total);
        boolean fee = !one.fee().isZero() && rest.abs().equals(one.fee().abs());
        boolean less = rest.isNegative() == one.amount().isNegative();
        What what = fee ? new What(Gap.FEE, Leg.BANK, less ? "fee-kept-twice" : "fee-not-kept")
                : less ? new What(Gap.SHORT, Leg.BANK, "arrived-short") : new What(Gap.OVER, Leg.BANK, "arrived-over");
        findings.add(what, one.subject(), one.day(), rest, records(lines, List.of(one)), one.ref().label(), total.toString(),
                one.amount().toString());
    }

    void split(Expected one, List<Banked> parts) {
        findings.add(new What(Gap.SPLIT, Leg.BANK, "arrived-in-parts"), one.subject(), one.day(), one.amount(),
                records(parts, List.of(one)), one.ref().label(), Integer.toString(parts.size()));
    }

    void merged(Banked line, List<Expected> all) {
        findings.add(new What(Gap.MERGED, Leg.BANK, "arrived-as-one"), "line:" + line.id(), line.day(), line.amount(),
                records(List.of(line), all), labels(all));
    }

    void missing(Expected one) {
        boolean payout = one.ref().kind() == RecordRef.Kind.PAYOUT;
        findings.add(new What(Gap.MISSING, Leg.BANK, payout ? "payout-not-arrived" : "transfer-not-seen"), one.subject(), one.day(),
                one.amount(), List.of(one.ref()), one.ref().label(), one.day().toString());
    }

    private static List<RecordRef> records(List<Banked> lines, List<Expected> expected) {
        List<RecordRef> records = new ArrayList<>(lines.stream().map(Findings::ref).toList());
        expected.stream().map(Expected::ref).forEach(records::add);
        return records;
    }

    private static String labels(List<Expected> some) {
        return some.stream().map(one -> one.ref().label()).collect(Collectors.joining(", "));
    }
}
