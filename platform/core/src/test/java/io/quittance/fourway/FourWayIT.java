package io.quittance.fourway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.customer.Customer;
import io.quittance.fourway.boundary.FourWayRun;
import io.quittance.fourway.boundary.FourWayStatement;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.PaymentReference;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.AttemptId;
import io.quittance.payment.entity.Attempt;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.Gap;
import io.quittance.reconciliation.MatchOutcome;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.Suggestion;
import io.quittance.reconciliation.boundary.Matches;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantMark;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What real statements and real events of gateways come to, on a real database. */
class FourWayIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Statements statements = CORE.get(Statements.class);
    private final FourWayStatement fourway = CORE.get(FourWayStatement.class);
    private final LocalDate today = shop.tenant().today(CORE.clock());
    private final LocalDate day = today.minusDays(9);

    @Test
    void weeks_without_a_fault_raise_nothing_and_the_four_agree_to_the_cent() {
        InvoiceId card = shop.issued("100.00");
        capture("p0", Optional.of(shop.begun(card, "119.00")), 11_900, 320);
        payout("po_0", 11_900, 320, day, "p0");
        InvoiceId transfer = shop.issued("200.00");
        bring("S", line(11_580, "Payout po_0"), line(23_800, "Invoice " + number(transfer)), line(-500, "coffee"));

        assertThat(compare()).isEqualTo(new GapChanges(0, 0));

        FourWaySheet sheet = shop.in(() -> fourway.sheet(day.minusDays(5), today, Optional.empty()));
        assertThat(sheet.gaps()).isEmpty();
        assertThat(sheet.rows()).extracting(FourWayRow::kind)
                .containsExactlyInAnyOrder(FourWayRow.Kind.PAYOUT, FourWayRow.Kind.TRANSFER);
        assertThat(sheet.rows()).allMatch(row -> row.apart().isZero());
        assertThat(sheet.total().agree()).isTrue();
        assertThat(sheet.total().invoices()).isEqualTo(ToyPay.eur("357.00"));
        assertThat(sheet.total().onBank()).isEqualTo(ToyPay.eur("353.80"));
        assertThat(sheet.total().fees()).isEqualTo(ToyPay.eur("3.20"));
        assertThat(shop.in(fourway::pace)).singleElement().satisfies(pace -> {
            assertThat(pace.payments()).isEqualTo(1);
            assertThat(pace.usual()).as("paid two days before it should arrive").isEqualTo(2);
            assertThat(pace.longest()).isEqualTo(2);
        });
    }

    @Test
    void the_days_that_money_may_take_are_changed_within_bounds() {
        assertThat(shop.in(fourway::pace)).as("nothing was paid out").isEmpty();
        assertThat(shop.in(() -> fourway.delays(new SettlementDelays(4, Map.of("toy", SettlementDelays.MOST + 1), 14))))
                .extracting(fault -> fault.rule()).containsExactly("gap.days");
        assertThat(shop.in(() -> fourway.delays())).isEqualTo(SettlementDelays.STANDARD);
        SettlementDelays wanted = new SettlementDelays(3, Map.of("toy", 7), 10);
        assertThat(shop.in(() -> fourway.delays(wanted))).isEmpty();
        assertThat(shop.in(() -> fourway.delays())).isEqualTo(wanted);
    }

    @Test
    void a_week_of_faults_is_typed_one_by_one_and_nothing_else_is_raised() {
        paidOut("missing", 20_000, day);
        paidOut("twice", 21_000, day);
        paidOut("short", 22_000, day);
        paidOut("over", 23_000, day);
        capture("p-fee", Optional.empty(), 24_000, 500);
        payout("fee", 24_000, 900, day, "p-fee");
        exchanged();
        paidOut("split", 26_000, day);
        paidOut("merged-1", 27_000, day);
        paidOut("merged-2", 28_000, day);
        paidOut("reversed", 29_000, day);
        paidOut("late", 31_000, today.minusDays(20));
        TenantMark theirs = TenantMark.of(CORE.newTenant().id());
        capture("p-foreign", Optional.of(Attempt.key(new AttemptId(4711), theirs)), 3_333, 0);
        bring("S", line(20_500, "twice"), line(20_500, "again twice"), line(20_900, "short"), line(23_100, "over"), line(23_100, "fee"),
                line(9_000, "exchanged"), line(12_000, "credit"), line(13_500, "credit"), line(54_000, "credit"), line(28_500, "reversed"),
                line(-28_500, "reversed"), line(30_500, "late"),
                line(7_777, "for " + PaymentReference.of(new InvoiceId(123_456_789), theirs).grouped()));

        assertThat(compare().opened()).isEqualTo(12);

        assertThat(open().stream().collect(Collectors.groupingBy(gap -> gap.finding().gap(), Collectors.counting())))
                .containsEntry(Gap.FOREIGN_TENANT, 2L).hasSize(11)
                .allSatisfy((gap, count) -> assertThat(count).isEqualTo(gap == Gap.FOREIGN_TENANT ? 2 : 1))
                .containsOnlyKeys(EnumSet.complementOf(EnumSet.of(Gap.WRONG_PAYER)));
        assertThat(open()).filteredOn(gap -> gap.finding().gap() == Gap.SHORT).singleElement()
                .satisfies(gap -> assertThat(gap.finding().amount()).isEqualTo(ToyPay.eur("6.00")));
    }

    @Test
    void money_from_another_customers_account_is_not_credited_in_silence() {
        InvoiceId first = shop.issued("100.00");
        bring("S1", new CamtText("S1").from("Payer AG", "DE89370400440532013000", day.toString(), 11_900, "b1", number(first)));
        Customer other = shop.in(() -> new Samples(CORE).customer("Somebody Else GmbH"));
        InvoiceId theirs = shop.in(() -> new Samples(CORE).issued(other, "333.00"));
        StatementOutcome.Imported second = bring("S2", new CamtText("S2").from("Somebody Else GmbH", "DE89370400440532013000",
                day.toString(), 39_627, "b2", "with thanks"));
        Matches matches = CORE.get(Matches.class);
        Optional<Suggestion> wrong = shop.in(() -> matches.suggestions(second.statements().getFirst())).stream()
                .filter(suggestion -> suggestion.customer().equals(other.id())).findFirst();
        wrong.ifPresent(suggestion -> assertThat(shop.in(() -> matches.accept(suggestion.line(), suggestion.position())))
                .isInstanceOf(MatchOutcome.Booked.class));
        assertThat(shop.open(theirs)).as("credited to whom it did not come from").isEqualTo(ToyPay.eur("0.00"));

        compare();

        assertThat(open()).singleElement().satisfies(gap -> assertThat(gap.finding().gap()).isEqualTo(Gap.WRONG_PAYER));
    }

    @Test
    void a_gap_is_raised_once_explained_by_a_person_opened_by_other_facts_and_closed_by_later_ones() {
        paidOut("po", 12_000, day);
        bring("S1", line(10_000, "po"));
        assertThat(compare()).isEqualTo(new GapChanges(1, 0));
        assertThat(compare()).as("never twice").isEqualTo(new GapChanges(0, 0));
        GapRow gap = open().getFirst();

        assertThat(shop.in(() -> fourway.explain(gap.id(), " "))).isInstanceOf(ExplainOutcome.Refused.class);
        assertThat(shop.in(() -> fourway.explain(1, "who knows"))).isInstanceOf(ExplainOutcome.Unknown.class);
        assertThat(shop.in(() -> fourway.explain(gap.id(), "The gateway pays the rest next week")))
                .isInstanceOf(ExplainOutcome.Done.class);
        assertThat(compare()).isEqualTo(new GapChanges(0, 0));
        assertThat(state(gap)).isEqualTo(GapState.EXPLAINED);

        bring("S2", line(700, "po"));
        assertThat(compare()).as("it is about another amount now").isEqualTo(new GapChanges(1, 0));
        assertThat(state(gap)).isEqualTo(GapState.OPEN);

        bring("S3", line(800, "po"));
        assertThat(compare()).isEqualTo(new GapChanges(0, 1));
        assertThat(state(gap)).isEqualTo(GapState.CLOSED);
    }

    private GapState state(GapRow gap) {
        return shop.in(() -> fourway.gap(gap.id())).orElseThrow().state();
    }

    private List<GapRow> open() {
        return shop.in(() -> fourway.gaps(new GapFilter(Set.of(), Set.of(GapState.OPEN), Optional.empty(), Optional.empty(),
                Optional.empty()), 0, 100)).rows();
    }

    private GapChanges compare() {
        return shop.in(() -> CORE.get(FourWayRun.class).compare());
    }

    private String number(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().number().orElseThrow().text();
    }

    /** What a line of the day comes to. */
    private record Line(long cents, String text) {
    }

    private static Line line(long cents, String text) {
        return new Line(cents, text);
    }

    private void bring(String name, Line... some) {
        CamtText text = new CamtText(name);
        for (Line line : some) {
            text.line(day.toString(), line.cents(), "", line.text());
        }
        bring(name, text);
    }

    /** Tells of the days until today. */
    private StatementOutcome.Imported bring(String name, CamtText text) {
        byte[] file = text.line(today.toString(), -1, name, "charge").closing();
        return (StatementOutcome.Imported) shop.in(() -> statements.bring(name + ".xml", file));
    }

    private Occurrence at(String name, Optional<IdempotencyKey> attempt) {
        Instant when = day.minusDays(2).atTime(12, 0).atZone(shop.tenant().zone()).toInstant().plus(Duration.ofSeconds(name.length()));
        return new Occurrence(new GatewayPaymentId(name), attempt, when, 10);
    }

    private void capture(String name, Optional<IdempotencyKey> attempt, long gross, long fee) {
        shop.deliver("c-" + name, new PaymentEvent.Captured(at(name, attempt), Money.ofMinor(gross, "EUR"), Money.ofMinor(fee, "EUR"),
                MethodKind.CARD, "Visa"));
        shop.work();
    }

    private void payout(String name, long gross, long fee, LocalDate arrives, String payment) {
        shop.deliver("d-" + name, new PaymentEvent.Payout(at(name, Optional.empty()), Money.ofMinor(gross, "EUR"),
                Money.ofMinor(fee, "EUR"), Money.ofMinor(gross - fee, "EUR"), name, arrives, List.of(new GatewayPaymentId(payment))));
        shop.work();
    }

    private void paidOut(String name, long gross, LocalDate arrives) {
        capture("p-" + name, Optional.empty(), gross, 500);
        payout(name, gross, 500, arrives, "p-" + name);
    }

    /** At a rate that makes another amount. */
    private void exchanged() {
        GatewayPaymentId payment = new GatewayPaymentId("p-usd");
        Money paid = Money.ofMinor(10_000, "USD");
        Money settled = Money.ofMinor(9_000, "EUR");
        shop.deliver("c-usd", new PaymentEvent.Captured(at("p-usd", Optional.empty()), paid, Money.ofMinor(0, "USD"), MethodKind.CARD, ""));
        shop.deliver("d-usd", new PaymentEvent.Payout(at("exchanged", Optional.empty()), settled, Money.ofMinor(0, "EUR"), settled,
                "exchanged", day, List.of(payment), List.of(new PaymentEvent.Conversion(payment, paid, settled, new BigDecimal("0.95")))));
        shop.work();
    }
}
