package io.quittance.interest.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.DataFiles;
import io.quittance.customer.CustomerKind;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestSegment;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Worked by hand; the sums stand in the comments. */
class InterestCalculationTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate LONG_AGO = day("2019-01-01");

    @Test
    void the_day_after_the_due_day_is_the_first_and_yesterday_the_last() {
        // 10,000.00 x 11.27 % (2.27 + 9) x 30 / 365 = 92.6301...
        InterestAnswer answer = germany(debt("2025-03-31", "10000.00"), "2025-04-30");
        assertThat(total(answer)).isEqualTo(eur("92.63"));
        assertThat(answer.segments()).containsExactly(new InterestSegment(day("2025-04-01"), day("2025-04-30"), eur("10000.00"),
                new BigDecimal("11.27"), 30, 365));
        assertThat(answer.firstDay()).contains(day("2025-04-01"));
    }

    @Test
    void nothing_is_owed_on_the_due_day_itself() {
        InterestAnswer answer = germany(debt("2025-03-31", "10000.00"), "2025-03-31");
        assertThat(answer.segments()).isEmpty();
        assertThat(answer.fixedSum()).isEmpty();
    }

    @Test
    void the_base_rate_changes_in_the_middle_of_the_delay() {
        // 17 days of June at 2.27 + 9 and 14 of July at 1.27 + 9: 1,000.00 x (11.27 x 17 + 10.27 x 14) / 36,500 = 9.1882...
        InterestAnswer answer = germany(debt("2025-06-13", "1000.00"), "2025-07-14");
        assertThat(total(answer)).isEqualTo(eur("9.19"));
        assertThat(answer.segments()).extracting(InterestSegment::days).containsExactly(17, 14);
        assertThat(answer.segments()).extracting(InterestSegment::percent)
                .containsExactly(new BigDecimal("11.27"), new BigDecimal("10.27"));
    }

    @Test
    void a_part_payment_lowers_the_principal_from_its_own_day_on() {
        // 10 days on 1,000.00 (1 to 10 April), then 20 days on 400.00: (1,000 x 10 + 400 x 20) x 11.27 / 36,500 = 5.5578...
        Debt debt = debt("2025-03-31", "1000.00", Map.of("2025-04-11", "-600.00"));
        InterestAnswer answer = germany(debt, "2025-04-30");
        assertThat(total(answer)).isEqualTo(eur("5.56"));
        assertThat(answer.segments()).extracting(InterestSegment::days).containsExactly(10, 20);
    }

    @Test
    void germany_divides_a_leap_year_by_366_and_spain_by_365() {
        // 1,000.00 x 12.62 % (3.62 + 9) x 29 / 366 = 9.9994...; with 12.50 % (4.50 + 8) x 29 / 365 = 9.9315...
        assertThat(total(germany(debt("2024-01-31", "1000.00"), "2024-02-29"))).isEqualTo(eur("10.00"));
        assertThat(total(answer("ES", CustomerKind.BUSINESS, debt("2024-01-31", "1000.00"), "2024-02-29"))).isEqualTo(eur("9.93"));
    }

    @Test
    void a_delay_over_new_year_counts_each_year_by_its_own_length() {
        // 1,000.00: 10 days of 2023 at 12.12 % / 365 + 10 days of 2024 at 12.62 % / 366 = 3.3205 + 3.4481 = 6.7686
        assertThat(total(germany(debt("2023-12-21", "1000.00"), "2024-01-10"))).isEqualTo(eur("6.77"));
    }

    @Test
    void the_united_kingdom_keeps_the_rate_of_the_first_day() {
        // late from 20 June 2025: 8 + 4.75 to the end, although Bank Rate was 4.25 from July; 5,000.00 x 12.75 % x 30 / 365 = 52.3972...
        InterestAnswer answer = answer("GB", CustomerKind.BUSINESS, new Debt(1, day("2025-06-19"),
                new TreeMap<>(Map.of(day("2025-05-01"), gbp("5000.00")))), "2025-07-19");
        assertThat(total(answer)).isEqualTo(gbp("52.40"));
        assertThat(answer.segments()).hasSize(1);
        assertThat(answer.fixedSum()).contains(gbp("70.00"));
    }

    @Test
    void the_british_fixed_sum_depends_on_the_size_of_the_debt() {
        Map<String, String> sums = Map.of("999.99", "40.00", "1000.00", "70.00", "9999.99", "70.00", "10000.00", "100.00");
        sums.forEach((debt, sum) -> assertThat(answer("GB", CustomerKind.PUBLIC_BODY,
                new Debt(1, day("2025-06-19"), new TreeMap<>(Map.of(day("2025-05-01"), gbp(debt)))), "2025-06-20").fixedSum())
                .as(debt).contains(gbp(sum)));
    }

    @Test
    void france_adds_ten_points_and_forty_euro() {
        // 1,000.00 x 13.15 % (3.15 + 10) x 30 / 365 = 10.8082...
        InterestAnswer answer = answer("FR", CustomerKind.BUSINESS, debt("2025-03-31", "1000.00"), "2025-04-30");
        assertThat(total(answer)).isEqualTo(eur("10.81"));
        assertThat(answer.fixedSum()).contains(eur("40.00"));
    }

    @Test
    void a_german_consumer_owes_five_points_and_no_fixed_sum_and_a_french_one_nothing() {
        // 1,000.00 x 7.27 % x 30 / 365 = 5.9753...
        InterestAnswer answer = answer("DE", CustomerKind.CONSUMER, debt("2025-03-31", "1000.00"), "2025-04-30");
        assertThat(total(answer)).isEqualTo(eur("5.98"));
        assertThat(answer.fixedSum()).isEmpty();
        assertThat(law("FR").against(CustomerKind.CONSUMER)).isEmpty();
    }

    @Test
    void days_on_hold_bear_no_interest() {
        // 30 days less 10 to 19 April: 10,000.00 x 11.27 x 20 / 36,500 = 61.7534...
        InterestAnswer answer = InterestCalculation.of(new InterestQuestion(law("DE"), rule("DE", CustomerKind.BUSINESS), EUR,
                List.of(debt("2025-03-31", "10000.00")), List.of(new DaySpan(day("2025-04-10"), day("2025-04-19"))), LONG_AGO,
                day("2025-04-30"), 0));
        assertThat(total(answer)).isEqualTo(eur("61.75"));
        assertThat(answer.segments()).extracting(InterestSegment::from).containsExactly(day("2025-04-01"), day("2025-04-20"));
    }

    @Test
    void a_delay_within_the_grace_is_let_pass_and_a_longer_one_counts_from_its_first_day() {
        Debt paidOnTheFourth = debt("2025-03-31", "1000.00", Map.of("2025-04-04", "-1000.00"));
        assertThat(withGrace(paidOnTheFourth, 3, "2025-04-30").segments()).isEmpty();
        assertThat(withGrace(paidOnTheFourth, 2, "2025-04-30").segments().getFirst().days()).isEqualTo(3);
        assertThat(withGrace(debt("2025-03-31", "1000.00"), 3, "2025-04-03").segments()).isEmpty();
        assertThat(withGrace(debt("2025-03-31", "1000.00"), 3, "2025-04-04").segments().getFirst().days()).isEqualTo(4);
    }

    @Test
    void days_before_the_policy_began_do_not_count_and_a_delay_that_began_before_owes_no_fixed_sum() {
        InterestAnswer answer = InterestCalculation.of(new InterestQuestion(law("DE"), rule("DE", CustomerKind.BUSINESS), EUR,
                List.of(debt("2025-03-31", "1000.00")), List.of(), day("2025-04-21"), day("2025-04-30"), 0));
        assertThat(answer.segments()).extracting(InterestSegment::days).containsExactly(10);
        assertThat(answer.fixedSum()).isEmpty();
    }

    @Test
    void interest_stops_where_no_base_rate_is_known_and_says_from_when() {
        InterestLaw law = law("DE");
        InterestAnswer answer = germany(debt(law.knownThrough().minusDays(10).toString(), "1000.00"),
                law.knownThrough().plusDays(40).toString());
        assertThat(answer.unknownFrom()).contains(law.knownThrough().plusDays(1));
        assertThat(answer.segments().getLast().through()).isEqualTo(law.knownThrough());
        InterestLaw longer = law.with(List.of(new InterestLaw.Base(law.knownThrough().plusDays(1), law.knownThrough().plusDays(60),
                BigDecimal.ONE, "added")));
        assertThat(longer.base(law.knownThrough().plusDays(5))).contains(BigDecimal.ONE);
    }

    @Test
    void months_sum_to_the_whole_which_is_rounded_once() {
        InterestAnswer answer = germany(debt("2025-01-03", "33.33"), "2025-12-31");
        Money whole = new Money(answer.segments().stream().map(each -> each.percent()
                .multiply(BigDecimal.valueOf(each.principal().minorUnits() * each.days()))).reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(36500), 0, RoundingMode.HALF_UP).longValueExact(), EUR);
        assertThat(answer.months()).hasSize(12).containsKey(YearMonth.parse("2025-12"));
        assertThat(total(answer)).isEqualTo(whole);
    }

    @Test
    void every_table_joins_its_base_rates_and_names_the_source_of_each_row() {
        for (String country : List.of("DE", "ES", "FR", "GB")) {
            InterestLaw law = law(country);
            assertThat(law.country()).isEqualTo(country);
            assertThat(law.with(List.of()).bases()).as(country).isNotEmpty().allSatisfy(base -> {
                assertThat(base.source()).isNotBlank();
                assertThat(base.until()).isAfter(base.from());
                assertThat(base.from().getDayOfMonth()).isEqualTo(1);
            });
            assertThat(law.bases().getFirst().from()).isEqualTo(day("2020-01-01"));
            assertThat(law.debtors()).isNotEmpty().allSatisfy(rule -> {
                assertThat(rule.source()).isNotBlank();
                assertThat(rule.fixedSums()).allSatisfy(sum -> assertThat(sum.source()).isNotBlank());
            });
            assertThat(law.debtors().stream().flatMap(rule -> rule.kinds().stream())).doesNotHaveDuplicates();
        }
    }

    private static InterestAnswer germany(Debt debt, String through) {
        return answer("DE", CustomerKind.BUSINESS, debt, through);
    }

    private static InterestAnswer answer(String country, CustomerKind kind, Debt debt, String through) {
        Currency currency = debt.changes().values().iterator().next().currency();
        return InterestCalculation.of(new InterestQuestion(law(country), rule(country, kind), currency, List.of(debt), List.of(), LONG_AGO,
                day(through), 0));
    }

    private static InterestAnswer withGrace(Debt debt, int days, String through) {
        return InterestCalculation.of(new InterestQuestion(law("DE"), rule("DE", CustomerKind.BUSINESS), EUR, List.of(debt), List.of(),
                LONG_AGO, day(through), days));
    }

    private static InterestLaw law(String country) {
        return new DataFiles().yaml("legal/interest/" + country + ".yaml", InterestLaw.class);
    }

    private static InterestLaw.Debtors rule(String country, CustomerKind kind) {
        return law(country).against(kind).orElseThrow();
    }

    private static Debt debt(String due, String amount) {
        return debt(due, amount, Map.of());
    }

    private static Debt debt(String due, String amount, Map<String, String> later) {
        TreeMap<LocalDate, Money> changes = new TreeMap<>(Map.of(day(due).minusDays(30), eur(amount)));
        later.forEach((on, change) -> changes.put(day(on), eur(change)));
        return new Debt(1, day(due), changes);
    }

    private static Money total(InterestAnswer answer) {
        return answer.months().values().stream().reduce(Money::plus).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }

    private static Money gbp(String amount) {
        return Money.parse(amount, GBP);
    }
}
