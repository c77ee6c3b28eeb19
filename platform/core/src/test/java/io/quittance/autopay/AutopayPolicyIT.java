package io.quittance.autopay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.MethodKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutopayPolicyIT extends AutopayWorld {

    @Test
    void who_agreed_to_a_shorter_notice_of_a_direct_debit_is_told_so_much_before_and_who_did_not_keeps_what_was_promised() {
        choose(new AutopayPolicy(new NoticeDays(5, 2), List.of(3)));
        agree(MethodKind.DIRECT_DEBIT);
        on(due.minusDays(14));
        assertThat(charge().chargeOn()).as("two weeks were promised").isEqualTo(due);
        shop.in(() -> autopay.withdraw(invoice));
        invoice = shop.issued("50.00");
        due = LocalDate.ofInstant(CORE.clock().instant(), BERLIN).plusDays(30);
        agree(MethodKind.DIRECT_DEBIT, new NoticeDays(5, 2));
        assertThat(agreement().notice()).isEqualTo(new NoticeDays(5, 2));
        on(due.minusDays(6));
        assertThat(shop.in(() -> units.charges(shop.customer().id()))).filteredOn(row -> row.invoice().equals(invoice)).isEmpty();
        on(due.minusDays(5));
        assertThat(shop.in(() -> units.charges(shop.customer().id()))).filteredOn(row -> row.invoice().equals(invoice)).singleElement()
                .extracting(ChargeRow::chargeOn).isEqualTo(due);
    }

    @Test
    void the_business_s_own_days_decide_when_a_refused_charge_is_tried_again() {
        assertThat(shop.in(() -> settings.policy())).isEqualTo(new AutopayPolicy(PROMISED, List.of(3, 5, 7)));
        choose(new AutopayPolicy(new NoticeDays(14, 4), List.of(1)));
        assertThat(trail("autopay-policy")).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("changed");
            assertThat(event.before()).containsPattern("\\[3, ?5, ?7]");
            assertThat(event.after()).contains("[1]");
        });
        agree(MethodKind.CARD);
        on(due.minusDays(4));
        assertThat(charge().chargeOn()).isEqualTo(due);
        saver.answer = (order, call) -> new Declined("insufficient_funds", "The account does not cover it.");
        on(due);
        assertThat(charge().chargeOn()).isEqualTo(due.plusDays(1));
        on(due.plusDays(1));
        on(due.plusDays(9));
        assertThat(saver.charged).hasSize(2);
        assertThat(charge().state()).isEqualTo(ChargeState.FAILED);
    }

    @Test
    void a_policy_that_is_refused_changes_nothing() {
        AutopayPolicy before = shop.in(() -> settings.policy());
        assertThat(shop.in(() -> settings.change(new AutopayPolicy(new NoticeDays(0, 2), List.of())))).singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("directDebitNoticeDays"));
        assertThat(shop.in(() -> settings.policy())).isEqualTo(before);
        assertThat(trail("autopay-policy")).isEmpty();
    }

    private void choose(AutopayPolicy policy) {
        assertThat(shop.in(() -> settings.change(policy))).isEmpty();
    }
}
