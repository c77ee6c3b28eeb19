package io.quittance.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TenantMarkTest {

    private final TenantMark mark = TenantMark.of(new TenantId(4711));

    @Test
    void a_tenant_has_one_mark_and_another_tenant_another() {
        assertThat(TenantMark.of(new TenantId(4711))).isEqualTo(mark);
        assertThat(TenantMark.of(new TenantId(4712))).isNotEqualTo(mark);
        assertThat(mark.value()).hasSize(TenantMark.LENGTH).startsWith("Q");
    }

    @Test
    void it_is_read_from_the_end_of_a_reference() {
        assertThat(TenantMark.endOf("1A2B3C" + mark)).contains(mark);
        assertThat(TenantMark.endOf("1A2B3C" + mark.value().toLowerCase(Locale.ROOT))).contains(mark);
    }

    @Test
    void what_others_write_is_no_mark() {
        Random random = new Random(1);
        long taken = random.ints(20_000).mapToObj(number -> Integer.toString(Math.abs(number), 36)).filter(text -> text.length() >= 6)
                .filter(text -> TenantMark.endOf("12Q" + text.substring(0, 6)).isPresent()).count();

        assertThat(taken).as("two characters check the others").isLessThan(50);
        assertThat(TenantMark.endOf("Q12")).isEmpty();
        assertThat(TenantMark.endOf("")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantMark("Q000000"));
    }
}
