package io.quittance.web.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertPolicy.Rule;
import io.quittance.spi.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleFormTest {

    private final Rule rule = new Rule(true, true, Map.of("EUR", Money.ofMinor(1_000_000, "EUR"), "JPY", Money.ofMinor(500, "JPY")),
            List.of("a@b.example", "c@d.example"), Set.of("owner"));

    @Test
    void what_is_shown_reads_back_the_same() {
        AlertRuleForm form = new AlertRuleForm(AlertKind.LARGE_PAYMENT, rule, List.of("owner", "admin"));

        assertThat(form.getFrom()).isEqualTo("EUR 10000.00, JPY 500");
        assertThat(form.isReadable()).isTrue();
        assertThat(form.rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "10000", "EUR ten", "EUR 1.234", "JPY 1.5", "XYZ 1", "EUR -1"})
    void what_is_no_amount_is_not_read(String text) {
        AlertRuleForm form = new AlertRuleForm(AlertKind.OVERDUE, rule, List.of());
        form.setFrom(text);
        assertThat(form.isReadable()).isFalse();
    }

    @Test
    void nothing_is_nobody_and_any_amount() {
        AlertRuleForm form = new AlertRuleForm(AlertKind.OVERDUE, rule, List.of());
        form.setFrom(" ");
        form.setPeople(null);
        assertThat(form.isReadable()).isTrue();
        assertThat(form.rule()).isEqualTo(new Rule(true, true, Map.of(), List.of(), Set.of()));
    }
}
