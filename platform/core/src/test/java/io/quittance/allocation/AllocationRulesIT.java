package io.quittance.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.boundary.AllocationSettings;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationRulesIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Shop shop = new Shop(CORE, new ToyPay());

    @Test
    void the_standard_is_what_it_always_was_and_a_customers_own_order_goes_before_the_tenants() {
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("300.00");
        assertThat(shop.in(settings()::rules)).isEqualTo(AllocationRules.STANDARD);
        pay("k1", "19.00", "");
        assertThat(shop.open(first)).isEqualTo(ToyPay.eur("100.00"));
        assertThat(shop.in(() -> settings().change(rules(AllocationStrategy.NAMED_CLAIMS, AllocationStrategy.LARGEST)))).isEmpty();
        pay("k2", "57.00", "");
        assertThat(shop.open(second)).isEqualTo(ToyPay.eur("300.00"));
        assertThat(shop.in(() -> settings().changeFor(shop.customer().id(),
                List.of(AllocationStrategy.NAMED_CLAIMS, AllocationStrategy.PROPORTIONAL)))).isEmpty();
        pay("k3", "40.00", "");
        assertThat(shop.open(first)).isEqualTo(ToyPay.eur("90.00"));
        assertThat(shop.open(second)).isEqualTo(ToyPay.eur("270.00"));
        assertThat(shop.in(() -> settings().forget(shop.customer().id()))).isTrue();
        assertThat(shop.in(() -> settings().forget(shop.customer().id()))).isFalse();
        pay("k4", "10.00", "");
        assertThat(shop.open(second)).isEqualTo(ToyPay.eur("260.00"));
    }

    @Test
    void an_order_without_the_payers_purpose_in_front_is_refused_and_changes_nothing() {
        assertThat(shop.in(() -> settings().change(rules(AllocationStrategy.OLDEST_DUE)))).extracting("rule")
                .containsExactly("allocation.namedFirst");
        assertThat(shop.in(settings()::rules)).isEqualTo(AllocationRules.STANDARD);
    }

    @Test
    void a_share_keeps_its_rule_its_inputs_and_its_reason_and_is_decided_the_same_again() {
        shop.issued("100.00");
        InvoiceId second = shop.issued("300.00");
        String number = shop.in(() -> CORE.get(InvoiceList.class).find(second)).orElseThrow().row().number().orElseThrow().text();
        shop.in(() -> settings().change(rules(AllocationStrategy.NAMED_CLAIMS, AllocationStrategy.EXACT_REFERENCE,
                AllocationStrategy.OLDEST_DUE)));
        PaymentId payment = pay("k1", "400.00", "Rechnung " + number);
        List<AllocationRow> shares = shop.in(() -> CORE.get(Allocations.class).ofPayment(payment));
        assertThat(shares).extracting(row -> row.strategy() + " " + row.reason() + " " + row.amount().toDecimal())
                .containsExactly("EXACT_REFERENCE EXACT_REFERENCE 357.00", "OLDEST_DUE OLDEST_DUE 43.00");
        shop.in(() -> CORE.get(Allocations.class).release(shares.getFirst().id()));
        AllocationDecision decision = shop.in(() -> CORE.get(Allocations.class).decision(shares.getFirst().id())).orElseThrow();
        assertThat(decision.stands()).isTrue();
        assertThat(decision.question().amount()).isEqualTo(ToyPay.eur("400.00"));
        assertThat(decision.question().candidates()).hasSize(2);
        assertThat(decision.question().reference()).isEqualTo("Rechnung " + number);
        assertThat(decision.plan().shares()).hasSize(2);
        assertThat(decision.digest()).matches("[0-9a-f]{64}");
        assertThat(shop.open(second)).isEqualTo(ToyPay.eur("357.00"));
    }

    @Test
    void money_without_a_purpose_rests_until_a_business_wants_it_handed_out_after_the_day_it_came_in() {
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("100.00");
        PaymentId early = rest("k1", "150.00", DAY);
        PaymentId today = rest("k2", "30.00", CORE.clock().instant().atZone(shop.tenant().zone()).toLocalDate());
        CORE.answerBells();
        assertThat(shop.open(first)).isEqualTo(ToyPay.eur("119.00"));
        shop.in(() -> settings().change(new AllocationRules(AllocationStrategy.STANDARD, true)));
        CORE.answerBells();
        assertThat(shop.open(first).isZero()).isTrue();
        assertThat(shop.open(second)).isEqualTo(ToyPay.eur("88.00"));
        assertThat(shop.in(() -> CORE.get(Allocations.class).ofPayment(today))).isEmpty();
        AllocationId share = shop.in(() -> CORE.get(Allocations.class).ofPayment(early)).getFirst().id();
        shop.in(() -> CORE.get(Allocations.class).release(share));
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofDays(2)));
        try {
            CORE.answerBells();
            assertThat(shop.in(() -> CORE.get(Allocations.class).ofPayment(today))).extracting(AllocationRow::amount)
                    .containsExactly(ToyPay.eur("30.00"));
            assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-119.00");
        } finally {
            CORE.clock().release();
        }
    }

    private PaymentId rest(String key, String amount, LocalDate day) {
        ManualPayment payment = new ManualPayment(key, shop.customer().id(), ToyPay.eur(amount), PaymentMethod.BANK_TRANSFER, day, "",
                List.of(), false);
        return ((RecordOutcome.Recorded) shop.in(() -> CORE.get(ManualPayments.class).record(payment))).payment();
    }

    private AllocationSettings settings() {
        return CORE.get(AllocationSettings.class);
    }

    private static AllocationRules rules(AllocationStrategy... order) {
        return new AllocationRules(List.of(order), false);
    }

    private PaymentId pay(String key, String amount, String reference) {
        ManualPayment payment = new ManualPayment(key, shop.customer().id(), ToyPay.eur(amount), PaymentMethod.BANK_TRANSFER, DAY,
                reference, List.of(), true);
        return ((RecordOutcome.Recorded) shop.in(() -> CORE.get(ManualPayments.class).record(payment))).payment();
    }
}
