package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.order.boundary.OrderList;
import io.quittance.order.boundary.OrderRates;
import io.quittance.order.boundary.RuleBook;
import io.quittance.order.boundary.RuleText;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderRatesIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private Tenant tenant;
    private ChannelId shop;

    @BeforeEach
    void makeShop() {
        CORE.clock().set(Instant.parse("2026-11-22T10:00:00Z"));
        tenant = CORE.newTenant();
        ChannelSettings settings = new ChannelSettings("Shop", Acceptance.DRAFT, ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE, Map.of());
        shop = ((ChannelOutcome.Saved) CORE.in(tenant, () -> CORE.get(Channels.class).create(ChannelKind.REST, settings))).account().id();
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void the_rates_count_first_judgements_by_rule_with_the_money_and_tell_what_was_accepted_since() {
        List<OrderId> off = offByThree();
        ChannelRate rate = rates().getFirst();
        assertThat(rate.judged()).isEqualTo(6);
        assertThat(rate.accepted()).isEqualTo(3);
        assertThat(rate.rejected()).isEqualTo(3);
        assertThat(rate.share()).isEqualTo(new Score(5_000));
        assertThat(rate.money()).containsExactly(Money.ofMinor(3 * 11_903, "EUR"));
        assertThat(rate.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.rule()).isEqualTo(RuleKind.TOTALS);
            assertThat(rule.rejected()).isEqualTo(3);
            assertThat(rule.money()).containsExactly(Money.ofMinor(3 * 11_903, "EUR"));
            assertThat(rule.acceptedLater()).isZero();
        });
        OrderView view = CORE.in(tenant, () -> CORE.get(OrderList.class).find(off.getFirst())).orElseThrow();
        CORE.in(tenant, () -> CORE.get(OrderDeadLetters.class).correct(view.row().id(), 1, view.document().replace("119.03", "119.00")
                .replace("19.03", "19.00")));
        CORE.answerBells();
        assertThat(rates().getFirst().judged()).as("a later judgement is none of the rate").isEqualTo(6);
        assertThat(rates().getFirst().rules().getFirst().acceptedLater()).isEqualTo(1);
        assertThat(CORE.in(tenant, () -> CORE.get(OrderRates.class).between(TODAY.minusDays(9), TODAY.minusDays(1)))).isEmpty();
    }

    @Test
    void a_changed_rule_is_tried_on_what_came_without_effect_then_applied_and_what_was_refused_goes_through() {
        List<OrderId> off = offByThree();
        RuleSet now = CORE.in(tenant, () -> book().of(shop)).orElseThrow();
        RuleSet wider = now.with(new OrderRule.Totals(Severity.REJECT, 3, false));
        WhatIf trial = CORE.in(tenant, () -> book().whatIf(shop, wider, 30)).orElseThrow();
        assertThat(trial.looked()).isEqualTo(6);
        assertThat(trial.wouldPass()).extracting(WhatIf.Change::order).containsExactlyInAnyOrderElementsOf(off);
        assertThat(trial.wouldBeStopped()).isEmpty();
        WhatIf stricter = CORE.in(tenant, () -> book().whatIf(shop, now.with(new OrderRule.PurchaseOrder(Severity.HOLD, true, "")), 30))
                .orElseThrow();
        assertThat(stricter.wouldBeStopped()).hasSize(3).allMatch(change -> change.state() == OrderState.ACCEPTED
                && change.then() == Verdict.HOLD);
        assertThat(states(off)).containsOnly(OrderState.REJECTED);
        assertThat(CORE.in(tenant, () -> book().change(shop, wider))).isEqualTo(new RulesOutcome.Changed(wider));
        OrderFilter refused = new OrderFilter("", Set.of(OrderState.REJECTED), Optional.of(shop), Optional.of(RuleKind.TOTALS));
        assertThat(CORE.in(tenant, () -> CORE.get(OrderDeadLetters.class).replayAll(refused))).isEqualTo(3);
        CORE.answerBells();
        assertThat(states(off)).containsOnly(OrderState.ACCEPTED);
        assertThat(rates().getFirst().rules().getFirst().acceptedLater()).isEqualTo(3);
    }

    @Test
    void a_customer_can_be_spared_of_a_rule_and_rules_that_make_no_sense_are_refused() {
        List<OrderId> off = offByThree();
        CustomerId customer = CORE.in(tenant, () -> CORE.get(OrderList.class).find(off.getFirst())).orElseThrow().customer().orElseThrow();
        RuleSet own = new RuleSet(List.of(), Set.of(RuleKind.TOTALS));
        CORE.in(tenant, () -> book().changeFor(shop, customer, own));
        assertThat(CORE.in(tenant, () -> book().ofCustomers(shop))).isEqualTo(Map.of(customer, own));
        CORE.in(tenant, () -> CORE.get(OrderDeadLetters.class).replayAll(OrderFilter.DEAD_LETTERS));
        CORE.answerBells();
        assertThat(states(off)).containsOnly(OrderState.ACCEPTED);
        RuleSet wrong = new RuleSet(List.of(new OrderRule.Totals(Severity.REJECT, -1, false),
                new OrderRule.AllowedCurrency(Severity.REJECT, List.of("XQQ")), new OrderRule.PurchaseOrder(Severity.WARN, true, "****")));
        assertThat(((RulesOutcome.Refused) CORE.in(tenant, () -> book().change(shop, wrong))).faults())
                .extracting(fault -> fault.field() + " " + fault.rule()).containsExactly("CURRENCY.currency currency.unknown",
                        "TOTALS.tolerance number.outside", "PURCHASE_ORDER.shape order.shape");
        assertThat(CORE.get(RuleText.class).read("{\"rules\": [{\"rule\": \"NONE\"}]}")).isInstanceOf(RulesOutcome.Refused.class);
        RuleSet now = CORE.in(tenant, () -> book().of(shop)).orElseThrow();
        assertThat(CORE.get(RuleText.class).read(CORE.get(RuleText.class).write(now))).isEqualTo(new RulesOutcome.Changed(now));
    }

    /** Three orders that are right, and three whose totals are three cents off. */
    private List<OrderId> offByThree() {
        List<OrderId> off = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            receive(OrderSamples.chairs("right" + i).on("2026-11-0" + (i + 1), ""));
            off.add(receive(OrderSamples.chairs("off" + i).on("2026-10-0" + (i + 1), "").of(OrderSamples.chairs("").order().lines(),
                    OrderSamples.stated("100.00", "19.03", "119.03"))));
        }
        CORE.answerBells();
        return off;
    }

    private OrderId receive(OrderSamples order) {
        Receipt receipt = CORE.in(tenant, () -> CORE.get(OrderIntake.class).receive(shop, order.payload()));
        return ((Receipt.Kept) receipt).entries().getFirst().order();
    }

    private List<OrderState> states(List<OrderId> ids) {
        return ids.stream().map(id -> CORE.in(tenant, () -> CORE.get(OrderList.class).find(id)).orElseThrow().row().state()).toList();
    }

    private List<ChannelRate> rates() {
        return CORE.in(tenant, () -> CORE.get(OrderRates.class).between(TODAY, TODAY));
    }

    private static RuleBook book() {
        return CORE.get(RuleBook.class);
    }
}
