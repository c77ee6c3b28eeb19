package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Test
    void an_entry_that_balances_can_be_posted() {
        Posting posting = posting(line(AccountRole.BANK, 100, "EUR"), line(AccountRole.REVENUE, -100, "EUR"));
        assertThat(posting.lines()).hasSize(2);
    }

    @Test
    void an_entry_that_does_not_balance_cannot_exist() {
        assertThatExceptionOfType(Unbalanced.class)
                .isThrownBy(() -> posting(line(AccountRole.BANK, 100, "EUR"), line(AccountRole.REVENUE, -99, "EUR")))
                .withMessageContaining("0.01 EUR");
    }

    @Test
    void each_currency_balances_by_itself() {
        assertThatExceptionOfType(Unbalanced.class)
                .isThrownBy(() -> posting(line(AccountRole.BANK, 100, "EUR"), line(AccountRole.REVENUE, -100, "USD")));
        assertThat(posting(line(AccountRole.BANK, 100, "EUR"), line(AccountRole.FX_GAIN, -100, "EUR"),
                line(AccountRole.FX_GAIN, 110, "USD"), line(AccountRole.GATEWAY_CLEARING, -110, "USD")).lines()).hasSize(4);
    }

    @Test
    void a_receivable_names_its_claim_and_unapplied_cash_names_no_invoice() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(AccountRole.RECEIVABLES, 1, "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostingLine(AccountRole.UNAPPLIED_CASH, Money.ofMinor(1, "EUR"), Dimension.ofInvoice(1, 2)));
    }

    @Test
    void lines_of_zero_and_debits_below_zero_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(AccountRole.BANK, 0, "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostingLine.debit(AccountRole.BANK, Money.ofMinor(-1, "EUR"), Dimension.none()));
    }

    @Test
    void a_sum_that_overflows_is_refused_rather_than_wrapped() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> posting(line(AccountRole.BANK, Long.MAX_VALUE, "EUR"),
                line(AccountRole.BANK, Long.MAX_VALUE, "EUR"), line(AccountRole.REVENUE, 2, "EUR")));
    }

    @Test
    void a_long_key_is_cut_and_stays_unique() {
        List<String> keys = IntStream.range(0, 100).mapToObj(i -> Posting.key("fee", "x".repeat(150) + i)).toList();
        assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> assertThat(key).hasSizeLessThanOrEqualTo(120));
        assertThat(Posting.key("payment", "1", "captured")).isEqualTo("payment:1:captured");
    }

    private static Posting posting(PostingLine... lines) {
        return new Posting("test", new Cause("test", 1), DAY, "test", List.of(lines));
    }

    private static PostingLine line(AccountRole account, long minor, String currency) {
        return new PostingLine(account, Money.ofMinor(minor, currency), Dimension.none());
    }
}
