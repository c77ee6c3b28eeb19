package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.invoice.control.InstalmentRules;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstalmentTermsTest {

    private static final LocalDate DAY = LocalDate.parse("2027-01-31");

    @Test
    void ten_thousand_of_fifty_thousand_go_first_and_the_rest_over_months_sums_to_the_cent() {
        List<Instalment> schedule = new InstalmentTerms(Optional.of(eur(10_000_00)), DAY, 36, 1).of(eur(50_000_00));
        assertThat(schedule).hasSize(37);
        assertThat(schedule.getFirst()).isEqualTo(new Instalment(DAY, eur(10_000_00)));
        assertThat(schedule.get(1).amount()).isEqualTo(eur(1_111_11));
        assertThat(schedule.getLast().amount()).isEqualTo(eur(1_111_15));
        assertThat(sum(schedule)).isEqualTo(eur(50_000_00));
    }

    @Test
    void a_plan_that_begins_on_the_thirty_first_ends_each_shorter_month_on_its_last_day_and_comes_back_to_the_thirty_first() {
        assertThat(new InstalmentTerms(Optional.empty(), DAY, 5, 1).of(eur(500))).extracting(Instalment::due)
                .extracting(LocalDate::toString)
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31");
        assertThat(new InstalmentTerms(Optional.of(eur(1)), LocalDate.parse("2027-11-30"), 2, 3).of(eur(500))).extracting(Instalment::due)
                .extracting(LocalDate::toString).containsExactly("2027-11-30", "2028-02-29", "2028-05-30");
    }

    @Test
    void terms_that_make_no_sense_for_the_sum_are_refused_with_every_fault_named() {
        assertThat(rules(new InstalmentTerms(Optional.of(eur(500)), DAY, 0, 13).check(eur(500))))
                .containsExactly("count number.outside", "months number.outside", "down instalments.down");
        assertThat(rules(new InstalmentTerms(Optional.of(Money.ofMinor(1, "USD")), DAY, 2, 1).check(eur(500))))
                .containsExactly("down money.currencyDiffers");
        assertThat(rules(new InstalmentTerms(Optional.of(eur(498)), DAY, 3, 1).check(eur(500))))
                .containsExactly("count instalments.tooMany");
    }

    @Test
    void a_schedule_must_sum_exactly_and_each_part_be_positive_and_due_after_the_one_before() {
        assertThat(rules(InstalmentRules.check(List.of(part("2027-01-31", 100), part("2027-02-28", 399)), eur(500), DAY)))
                .containsExactly("instalments instalments.sum");
        assertThat(rules(InstalmentRules.check(List.of(part("2027-01-30", 100), part("2027-02-28", 0), part("2027-02-28", 400)), eur(500),
                DAY))).containsExactly("instalments[0].due instalments.due", "instalments[1].amount money.notPositive",
                        "instalments[2].due instalments.due");
        assertThat(rules(InstalmentRules.check(List.of(), eur(500), DAY))).containsExactly("instalments number.outside");
        assertThat(InstalmentRules.check(List.of(part("2027-01-31", 100), part("2027-02-01", 400)), eur(500), DAY)).isEmpty();
    }

    @Test
    void whatever_the_terms_the_schedule_passes_the_rules() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            Money open = eur(2 + random.nextInt(1_000_000));
            Optional<Money> down = random.nextBoolean() ? Optional.of(eur(1 + random.nextInt((int) open.minorUnits()))) : Optional.empty();
            InstalmentTerms terms = new InstalmentTerms(down, DAY.plusDays(random.nextInt(60)), 1 + random.nextInt(24),
                    1 + random.nextInt(12));
            if (terms.check(open).isEmpty()) {
                List<Instalment> schedule = terms.of(open);
                assertThat(InstalmentRules.check(schedule, open, DAY)).as("round %s", round).isEmpty();
                assertThat(sum(schedule)).isEqualTo(open);
            }
        }
    }

    private static List<String> rules(List<Fault> faults) {
        return faults.stream().map(fault -> fault.field() + " " + fault.rule()).toList();
    }

    private static Money sum(List<Instalment> schedule) {
        return schedule.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    }

    private static Instalment part(String due, long minor) {
        return new Instalment(LocalDate.parse(due), eur(minor));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
