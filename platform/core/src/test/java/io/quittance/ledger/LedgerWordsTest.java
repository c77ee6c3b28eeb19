package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerWordsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final LedgerAccount BANK = new LedgerAccount("1200", AccountRole.BANK, Map.of("en", "Bank", "de", "Bankkonto"));

    @Test
    void what_happened_in_a_closed_period_is_booked_on_the_first_open_day() {
        PeriodState state = new PeriodState(Optional.of(DAY), Optional.of(DAY.minusMonths(1)));
        assertThat(state.bookingDay(DAY)).isEqualTo(DAY.plusDays(1));
        assertThat(state.bookingDay(DAY.minusDays(9))).isEqualTo(DAY.plusDays(1));
        assertThat(state.bookingDay(DAY.plusDays(1))).isEqualTo(DAY.plusDays(1));
        assertThat(state.isClosed(DAY)).isTrue();
        assertThat(state.isClosed(DAY.plusDays(1))).isFalse();
        assertThat(state.isLocked(DAY.minusMonths(1))).isTrue();
        assertThat(state.isLocked(DAY)).isFalse();
        PeriodState open = new PeriodState(Optional.empty(), Optional.empty());
        assertThat(open.bookingDay(DAY)).isEqualTo(DAY);
        assertThat(open.isClosed(DAY) || open.isLocked(DAY)).isFalse();
    }

    @Test
    void a_cause_has_a_type_of_1_to_40_characters() {
        assertThat(new Cause("x".repeat(40), 1).type()).hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> new Cause("x".repeat(41), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cause(" ", 1));
    }

    @Test
    void a_claim_needs_its_invoice_and_an_invoice_its_customer() {
        OptionalLong none = OptionalLong.empty();
        assertThat(Dimension.ofClaim(1, 2, 3)).isEqualTo(new Dimension(OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(3)));
        assertThat(Dimension.none()).isEqualTo(new Dimension(none, none, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dimension(none, OptionalLong.of(2), none));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dimension(OptionalLong.of(1), none, OptionalLong.of(3)));
    }

    @Test
    void an_account_is_of_its_roles_kind_and_has_a_name_in_every_language() {
        assertThat(BANK.kind()).isEqualTo(AccountKind.ASSET).isEqualTo(AccountRole.BANK.kind());
        assertThat(BANK.name(Locale.GERMAN)).isEqualTo("Bankkonto");
        assertThat(BANK.name(Locale.FRENCH)).isEqualTo("Bank");
        assertThatIllegalArgumentException().isThrownBy(() -> new LedgerAccount("1", AccountRole.BANK, Map.of("de", "Bank")));
    }

    @Test
    void a_balance_is_debits_less_credits() {
        assertThat(new TrialBalanceRow(BANK, Money.ofMinor(7, "EUR"), Money.ofMinor(9, "EUR")).balance())
                .isEqualTo(Money.ofMinor(-2, "EUR"));
        assertThat(AsOf.day(DAY)).isEqualTo(new AsOf(DAY, Optional.empty()));
        assertThat(new JournalEntryId(42)).hasToString("42");
    }

    @Test
    void keys_have_up_to_120_characters_and_descriptions_up_to_400() {
        assertThat(posting("k".repeat(120), "d".repeat(400)).key()).hasSize(120);
        assertThatIllegalArgumentException().isThrownBy(() -> posting("k".repeat(121), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> posting("k", "d".repeat(401)));
        assertThat(Posting.key("a".repeat(60), "b".repeat(59))).isEqualTo("a".repeat(60) + ":" + "b".repeat(59));
        assertThat(Posting.key("a".repeat(60), "b".repeat(60))).hasSize(120).contains("#").isNotEqualTo(Posting.key("a".repeat(60),
                "b".repeat(61)));
    }

    private static Posting posting(String key, String description) {
        return new Posting(key, new Cause("test", 1), DAY, description, List.of(
                PostingLine.debit(AccountRole.BANK, Money.ofMinor(1, "EUR"), Dimension.none()),
                PostingLine.credit(AccountRole.REVENUE, Money.ofMinor(1, "EUR"), Dimension.none())));
    }
}
