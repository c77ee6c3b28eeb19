package io.quittance.fourway.entity;

import io.quittance.fourway.Finding;
import io.quittance.fourway.FourWayRow;
import io.quittance.fourway.Reason;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.fourway.entity.Facts.Settled;
import io.quittance.ledger.AccountRole;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the four against each other: payment by payment, batch by batch, arrival by arrival. Pure. */
public final class FourWay {

    /** What a comparison comes to. */
    public record Result(List<FourWayRow> rows, List<Finding> findings) {

        public Result {
            rows = List.copyOf(rows);
            findings = List.copyOf(findings);
        }
    }

    private final Facts facts;
    private final Findings findings = new Findings();
    private final Map<String, Map<Long, List<Booked>>> booked;
    private final Map<Long, List<Settled>> settled;
    private final Map<String, Batches> byGateway = new LinkedHashMap<>();
    private final List<Batch> batches = new ArrayList<>();
    private final Foreign foreign;

    private FourWay(Facts facts) {
        this.facts = facts;
        this.foreign = new Foreign(facts.ours(), findings);
        this.booked = facts.booked().stream().collect(Collectors.groupingBy(Booked::cause, TreeMap::new,
                Collectors.groupingBy(Booked::causeId, TreeMap::new, Collectors.toList())));
        this.settled = facts.settled().stream().collect(Collectors.groupingBy(Settled::payment));
    }

    public static Result compare(Facts facts) {
        return new FourWay(facts).run();
    }

    private Result run() {
        payments();
        payouts();
        List<Banked> ours = new ArrayList<>();
        facts.lines().forEach(line -> {
            if (foreign.is(line)) {
                foreign.note(line);
            } else {
                ours.add(line);
            }
        });
        Arrivals arrivals = new Arrivals(facts.delays(), findings);
        arrivals.settle(expected(), ours);
        arrivals.overdue(facts.statements());
        bank(arrivals, ours);
        List<FourWayRow> rows = new Rows(facts, booked, settled).of(batches, arrivals);
        return new Result(rows.stream().filter(row -> !row.day().isBefore(facts.from())).toList(),
                findings.all().stream().filter(finding -> !finding.day().isBefore(facts.from())).toList());
    }

    private List<Booked> entries(String cause, long id) {
        return booked.getOrDefault(cause, Map.of()).getOrDefault(id, List.of());
    }

    private void payments() {
        PaymentBooks books = new PaymentBooks(findings);
        InvoiceBooks invoices = new InvoiceBooks(findings);
        Set<Long> known = new HashSet<>();
        for (Received payment : facts.received()) {
            known.add(payment.id());
            List<Booked> entries = entries("payment", payment.id());
            if (books.agree(payment, entries)) {
                invoices.compare(payment, entries, settled.getOrDefault(payment.id(), List.of()));
            }
            if (foreign.is(payment)) {
                foreign.note(payment);
            }
        }
        booked.getOrDefault("payment", Map.of()).forEach((id, entries) -> {
            if (!known.contains(id)) {
                books.unknown(id, entries);
            }
        });
    }

    private void payouts() {
        Map<String, List<PaidOut>> groups = facts.payouts().stream().collect(Collectors.groupingBy(FourWay::group, TreeMap::new,
                Collectors.toList()));
        groups.forEach((group, payouts) -> {
            String gateway = payouts.getFirst().gateway();
            Currency currency = payouts.getFirst().net().currency();
            Batches judge = new Batches(gateway, currency, findings);
            facts.received().stream().filter(one -> one.gateway().equals(gateway))
                    .forEach(one -> judge.received(one, entries("payment", one.id())));
            String fees = "fee:" + gateway + ":";
            facts.booked().stream().filter(entry -> entry.key().startsWith(fees)).forEach(judge::charged);
            batches.addAll(judge.judge(payouts));
            byGateway.put(group, judge);
        });
        Conversions conversions = new Conversions(findings);
        batches.forEach(batch -> conversions.judge(batch, entries("payout", batch.payout().id())));
        notPaidOut();
    }

    private static String group(PaidOut payout) {
        return payout.gateway() + " " + payout.net().currency();
    }

    /** Only gateways that say what their payouts hold can be asked where a payment is. */
    private void notPaidOut() {
        Set<String> listing = batches.stream().filter(batch -> !batch.payout().payments().isEmpty())
                .map(batch -> batch.payout().gateway()).collect(Collectors.toSet());
        Set<String> held = facts.payouts().stream().flatMap(payout -> payout.payments().stream()
                .map(reference -> payout.gateway() + " " + reference)).collect(Collectors.toSet());
        facts.received().stream().filter(one -> listing.contains(one.gateway()) && !foreign.is(one))
                .filter(one -> !held.contains(one.gateway() + " " + one.reference()))
                .forEach(one -> one.capture().ifPresent(capture -> {
                    Money left = one.moves().stream().map(Moved::held).reduce(Money::plus).orElseThrow();
                    if (!left.isZero() && capture.day().plusDays(facts.delays().of(one.gateway())).isBefore(facts.today())) {
                        findings.add(Reason.NOT_PAID_OUT, "payment:" + one.id(), capture.day(), left,
                                List.of(Findings.ref(one)), one.reference(), capture.day().toString());
                    }
                }));
    }

    private List<Expected> expected() {
        Stream<Expected> payouts = facts.payouts().stream().filter(payout -> !byGateway.get(group(payout)).isTwin(payout))
                .map(Expected::of);
        Stream<Expected> noted = facts.received().stream().filter(Received::expected).flatMap(one -> one.capture().stream()
                .map(capture -> Expected.of(one, capture)));
        return Stream.concat(payouts, noted).toList();
    }

    private void bank(Arrivals arrivals, List<Banked> ours) {
        BankBooks books = new BankBooks(findings, facts.delays());
        Set<Long> seen = new HashSet<>();
        arrivals.arrived().forEach((one, lines) -> {
            if (one.link().kind() == Link.Kind.PAYOUT) {
                lines.stream().filter(line -> seen.add(line.id()))
                        .forEach(line -> books.payout(one, line, entries("bank-line", line.id())));
            }
        });
        Map<Long, Banked> byId = facts.lines().stream().collect(Collectors.toMap(Banked::id, line -> line));
        booked.getOrDefault("bank-line", Map.of()).forEach((id, entries) -> {
            if (!byId.containsKey(id) && entries.stream().anyMatch(entry -> entry.moves(AccountRole.BANK))) {
                books.unknown(id, entries);
            }
        });
        Set<Long> counted = facts.received().stream().map(Received::line).collect(Collectors.toSet());
        facts.lines().stream().filter(Banked::withdrawn)
                .filter(line -> counted.contains(line.id()) || !entries("bank-line", line.id()).isEmpty()).forEach(books::withdrawn);
        facts.received().stream().filter(one -> one.byHand() && byId.containsKey(one.line()))
                .collect(Collectors.groupingBy(Received::line, TreeMap::new, Collectors.toList()))
                .forEach((line, payments) -> books.payments(byId.get(line), payments, settled, facts.payers()));
        books.unexplained(arrivals.free(), ours, facts.today());
    }
}
