package io.quittance.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.alert.AlertPolicy.Rule;
import io.quittance.spi.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");

    private final Rule above = new Rule(true, false, Map.of("EUR", HUNDRED), List.of(), Set.of());

    @Test
    void an_amount_is_told_from_the_smallest_on() {
        assertThat(above.wants(AlertKind.LARGE_PAYMENT, HUNDRED)).isTrue();
        assertThat(above.wants(AlertKind.LARGE_PAYMENT, HUNDRED.minus(Money.ofMinor(1, "EUR")))).isFalse();
        assertThat(above.wants(AlertKind.OVERDUE, Money.ofMinor(9_999, "EUR"))).isFalse();
    }

    @Test
    void in_a_currency_without_an_amount_nothing_is_large_and_all_else_is_told() {
        Money dollar = Money.ofMinor(100, "USD");
        assertThat(above.wants(AlertKind.LARGE_PAYMENT, dollar)).isFalse();
        assertThat(above.wants(AlertKind.DECLINED, dollar)).isTrue();
    }

    @Test
    void what_is_told_nowhere_is_not_told() {
        assertThat(new Rule(false, false, Map.of(), List.of(), Set.of("owner")).wants(AlertKind.DECLINED, HUNDRED)).isFalse();
    }

    @Test
    void kinds_that_nobody_spoke_of_are_told_on_the_pages() {
        AlertPolicy policy = new AlertPolicy(Map.of(), 5);
        assertThat(policy.rules()).containsOnlyKeys(AlertKind.values());
        assertThat(policy.of(AlertKind.DISCREPANCY).live()).isTrue();
        assertThat(policy.of(AlertKind.DISCREPANCY).mail()).isFalse();
        assertThat(AlertPolicy.standard(HUNDRED).of(AlertKind.LARGE_PAYMENT).wants(AlertKind.LARGE_PAYMENT, HUNDRED)).isTrue();
    }
}
