package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Delays;
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
        Reason what = currency ? Reason.ARRIVED_IN_ANOTHER_CURRENCY
                : less ? Reason.ARRIVED_SHORT : Reason.ARRIVED_OVER;
        findings.add(what, "line:" + line.id(), line.day(), currency ? sum : sum.minus(line.amount()), records(List.of(line), owners),
                labels(owners), line.amount().toString(), sum.toString());
    }

    void late(Expected one, List<Banked> lines) {
        lines.stream().filter(line -> Math.abs(ChronoUnit.DAYS.between(one.day(), line.day())) > delays.bank()).findFirst()
                .ifPresent(line -> findings.add(Reason.ARRIVED_ANOTHER_DAY, one.subject(), one.day(), one.amount(),
                        records(lines, List.of(one)), one.ref().label(), line.day().toString(), one.day().toString()));
    }

    void otherCurrency(Expected one, List<Banked> lines) {
        findings.add(Reason.ARRIVED_IN_ANOTHER_CURRENCY, one.subject(), one.day(), one.amount(),
                records(lines, List.of(one)), one.ref().label(), lines.getFirst().amount().toString(), one.amount().toString());
    }

    /** A line that says it is something that has arrived by another one. */
    void besides(Expected one, Banked arrived, Banked line) {
        Reason what = line.amount().equals(one.amount()) ? Reason.ARRIVED_TWICE
                : line.amount().equals(one.amount().negated()) ? Reason.ARRIVAL_TAKEN_BACK
                : Reason.ARRIVED_OVER;
        findings.add(what, "line:" + line.id(), line.day(), line.amount(), records(List.of(line, arrived), List.of(one)),
                one.ref().label(), line.amount().plus(arrived.amount()).toString(), one.amount().toString());
    }

    /** Too little or too much; by exactly the fee, it is the fee. */
    void differs(Expected one, List<Banked> lines, Money total) {
        Money rest = one.amount().minus(total);
        boolean fee = !one.fee().isZero() && rest.abs().equals(one.fee().abs());
        boolean less = rest.isNegative() == one.amount().isNegative();
        Reason what = fee ? (less ? Reason.FEE_KEPT_TWICE : Reason.FEE_NOT_KEPT)
                : less ? Reason.ARRIVED_SHORT : Reason.ARRIVED_OVER;
        findings.add(what, one.subject(), one.day(), rest, records(lines, List.of(one)), one.ref().label(), total.toString(),
                one.amount().toString());
    }

    void split(Expected one, List<Banked> parts) {
        findings.add(Reason.ARRIVED_IN_PARTS, one.subject(), one.day(), one.amount(),
                records(parts, List.of(one)), one.ref().label(), Integer.toString(parts.size()));
    }

    void merged(Banked line, List<Expected> all) {
        findings.add(Reason.ARRIVED_AS_ONE, "line:" + line.id(), line.day(), line.amount(),
                records(List.of(line), all), labels(all));
    }

    void missing(Expected one) {
        boolean payout = one.ref().kind() == RecordRef.Kind.PAYOUT;
        findings.add(payout ? Reason.PAYOUT_NOT_ARRIVED : Reason.TRANSFER_NOT_SEEN, one.subject(), one.day(),
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
