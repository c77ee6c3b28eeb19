package io.quittance.allocation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealisedTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void a_dollar_that_costs_more_than_in_the_books_is_a_gain_and_one_that_costs_less_a_loss() {
        assertThat(on("500.00", "0.93", "0.90")).isEqualTo(eur("15.00"));
        assertThat(on("500.00", "0.88", "0.90")).isEqualTo(eur("-10.00"));
        assertThat(on("500.00", "0.90", "0.90").isZero()).isTrue();
    }

    @Test
    void parts_and_what_is_left_of_them_add_up_whatever_the_rounding() {
        Money whole = on("0.33", "0.955", "0.9");
        assertThat(on("0.00", "0.955", "0.9").minus(whole)).isEqualTo(whole.negated());
        assertThat(on("0.10", "0.95", "0.9")).as("half a cent to the even one").isEqualTo(eur("0.00"));
        assertThat(on("0.30", "0.95", "0.9")).isEqualTo(eur("0.02"));
    }

    @Test
    void what_was_paid_is_worth_what_the_rate_says_in_the_decimals_of_the_other_currency() {
        assertThat(Realised.worth(eur("465.00"), new BigDecimal("0.93"), Currency.getInstance("USD")))
                .isEqualTo(Money.ofMinor(50_000, "USD"));
        assertThat(Realised.worth(eur("1.00"), new BigDecimal("0.0061"), Currency.getInstance("JPY"))).isEqualTo(Money.ofMinor(164, "JPY"));
        assertThat(Realised.worth(eur("1.00"), new BigDecimal("3"), Currency.getInstance("KWD"))).isEqualTo(Money.ofMinor(333, "KWD"));
    }

    @Test
    void a_gain_is_credited_and_a_loss_debited_and_taking_back_goes_to_the_same_account() {
        assertThat(accounts(Realised.lines(eur("15.00"), true, Dimension.none()))).containsExactly("CURRENCY_CLEARING 15.00 EUR",
                "FX_GAIN -15.00 EUR");
        assertThat(accounts(Realised.lines(eur("-15.00"), true, Dimension.none()))).containsExactly("CURRENCY_CLEARING -15.00 EUR",
                "FX_GAIN 15.00 EUR");
        assertThat(accounts(Realised.lines(eur("-10.00"), false, Dimension.none()))).containsExactly("CURRENCY_CLEARING -10.00 EUR",
                "FX_LOSS 10.00 EUR");
    }

    private static List<String> accounts(List<PostingLine> lines) {
        return lines.stream().map(line -> role(line.account()) + " " + line.amount()).toList();
    }

    private static String role(AccountRole role) {
        return role.name();
    }

    private static Money on(String standing, String rate, String invoiceRate) {
        return Realised.on(Money.parse(standing, Currency.getInstance("USD")), new BigDecimal(rate), new BigDecimal(invoiceRate), EUR);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }
}
