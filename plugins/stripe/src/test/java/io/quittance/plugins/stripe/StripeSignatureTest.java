package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {

    /** Made with {@code printf '1772357400.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test_secret}. */
    private static final String VECTOR = "7e9761bebcfe051aa632e7b703f2dee3693a81d2d579fd10d682b6cc6b435c0b";
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant SIGNED = Instant.ofEpochSecond(1_772_357_400L);
    private static final String SECRET = "whsec_test_secret";

    @Test
    void a_signature_made_by_another_program_is_recognised() {
        assertThat(fault("t=1772357400,v1=" + VECTOR, SIGNED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "301,false", "-300,true", "-301,false", "86400,false"})
    void it_counts_for_five_minutes_either_way(long seconds, boolean genuine) {
        assertThat(fault("t=1772357400,v1=" + VECTOR, SIGNED.plusSeconds(seconds)).isEmpty()).isEqualTo(genuine);
    }

    @Test
    void while_a_secret_is_rolled_either_secret_and_any_of_several_signatures_will_do() {
        String wrong = "0".repeat(64);
        assertThat(fault("t=1772357400,v1=" + wrong + ",v1=" + VECTOR, SIGNED)).isEmpty();
        assertThat(StripeSignature.fault(Optional.of("t=1772357400,v1=" + VECTOR), BODY, List.of("whsec_new", SECRET), SIGNED)).isEmpty();
        assertThat(StripeSignature.fault(Optional.of("t=1772357400,v1=" + VECTOR), BODY, List.of("whsec_new"), SIGNED)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1772357400", "v1=" + VECTOR, "t=1772357400,v0=" + VECTOR, "t=1772357401,v1=" + VECTOR,
        "t=x,v1=" + VECTOR,
        "t=1772357400,v1=zz", "t=1772357400,v1=" + VECTOR + "00", "t=99999999999999999,v1=" + VECTOR, "t=1772357400;v1=" + VECTOR})
    void anything_else_proves_nothing(String header) {
        assertThat(fault(header, SIGNED)).isPresent();
    }

    @Test
    void a_missing_or_endless_header_proves_nothing() {
        assertThat(StripeSignature.fault(Optional.empty(), BODY, List.of(SECRET), SIGNED)).isPresent();
        assertThat(fault("t=1772357400,v1=" + VECTOR + ",v1=00".repeat(400), SIGNED)).isPresent();
    }

    private static Optional<String> fault(String header, Instant now) {
        return StripeSignature.fault(Optional.of(header), BODY, List.of(SECRET), now);
    }
}
