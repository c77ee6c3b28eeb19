package io.quittance.autopay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AutopayPolicyTest {

    private static List<Fault> faults(int directDebit, int other, List<Integer> retryDays) {
        return new AutopayPolicy(new NoticeDays(directDebit, other), retryDays).check();
    }

    @Test
    void a_notice_of_a_day_to_a_month_and_no_to_eight_retries_are_sensible() {
        assertThat(faults(1, 1, List.of())).isEmpty();
        assertThat(faults(14, 2, List.of(3, 5, 7))).isEmpty();
        assertThat(faults(30, 30, Collections.nCopies(8, 30))).isEmpty();
    }

    @Test
    void a_notice_on_the_same_day_or_more_than_a_month_before_is_refused_by_field_value_and_remedy() {
        assertThat(faults(0, 31, List.of())).extracting(Fault::field, Fault::value)
                .containsExactly(tuple("directDebitNoticeDays", "0"),
                        tuple("noticeDays", "31"));
        assertThat(faults(0, 2, List.of()).getFirst().remedy(Locale.ENGLISH)).contains("1 to 30 days", "14");
        assertThat(faults(0, 2, List.of()).getFirst().remedy(Locale.GERMAN)).contains("1 bis 30 Tage", "14");
    }

    @Test
    void retries_on_the_same_day_too_late_or_too_many_are_refused() {
        assertThat(faults(14, 2, List.of(3, 0))).extracting(Fault::value).containsExactly("3, 0");
        assertThat(faults(14, 2, List.of(31))).extracting(Fault::field).containsExactly("retryDays");
        assertThat(faults(14, 2, Collections.nCopies(9, 1)).getFirst().remedy(Locale.ENGLISH)).contains("at most 8", "1 to 30");
    }

    @Test
    void the_longer_notice_holds_for_each_kind_of_method_by_itself() {
        NoticeDays longer = new NoticeDays(14, 2).orLonger(new NoticeDays(5, 4));
        assertThat(longer.of("DIRECT_DEBIT")).isEqualTo(14);
        assertThat(longer.of("CARD")).isEqualTo(4);
    }
}
