package io.quittance.webhook.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    /** The vector that the libraries of the Standard Webhooks specification are tested by. */
    @Test
    void signs_as_the_specification_s_own_libraries_do() {
        assertThat(Signature.header(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signs_by_both_secrets_while_one_takes_the_other_s_place() {
        String other = Signature.newSecret();
        String header = Signature.header(List.of(other, SECRET), "msg_1", AT, "{}");
        assertThat(header.split(" ")).hasSize(2).doesNotHaveDuplicates().allMatch(part -> part.startsWith("v1,"));
        assertThat(header).endsWith(Signature.header(List.of(SECRET), "msg_1", AT, "{}"));
    }

    @Test
    void id_time_and_body_all_count() {
        Set<String> headers = new HashSet<>(List.of(Signature.header(List.of(SECRET), "a", AT, "{}"),
                Signature.header(List.of(SECRET), "b", AT, "{}"), Signature.header(List.of(SECRET), "a", AT.plusSeconds(1), "{}"),
                Signature.header(List.of(SECRET), "a", AT, "{ }"), Signature.header(List.of(Signature.newSecret()), "a", AT, "{}")));
        assertThat(headers).hasSize(5);
    }

    @Test
    void a_new_secret_is_long_enough_and_never_the_same() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String secret = Signature.newSecret();
            assertThat(secret).startsWith("whsec_");
            assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeBetween(24, 64);
            secrets.add(secret);
        }
        assertThat(secrets).hasSize(100);
    }
}
