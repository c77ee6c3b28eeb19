package io.quittance.web.autopay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AutopayPolicyFormTest {

    @Test
    void days_are_read_however_they_are_parted() {
        assertThat(AutopayPolicyForm.read("3, 5,7")).contains(List.of(3, 5, 7));
        assertThat(AutopayPolicyForm.read(" 3; 5 7 ")).contains(List.of(3, 5, 7));
    }

    @Test
    void nothing_written_means_no_further_try() {
        assertThat(AutopayPolicyForm.read("")).contains(List.of());
        assertThat(AutopayPolicyForm.read(null)).contains(List.of());
    }

    @Test
    void anything_but_whole_numbers_is_unreadable() {
        assertThat(AutopayPolicyForm.read("3, five")).isEmpty();
        assertThat(AutopayPolicyForm.read("-3")).isEmpty();
        assertThat(AutopayPolicyForm.read("1.5")).isEmpty();
        assertThat(AutopayPolicyForm.read("12345678901")).isEmpty();
    }
}
