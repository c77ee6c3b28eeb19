package io.quittance.plugins.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.spi.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T09:30:00Z", "2026-03-01T10:30:00+01:00", "2026-03-01T10:30:00+0100", "2026-03-01T09:30:00.000Z"})
    void a_time_is_read_however_its_zone_is_written(String text) throws Unreadable {
        assertThat(Reading.of("{\"at\": \"" + text + "\"}").time("at")).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<html/>", "{\"a\": 1, \"a\": 2}", "{\"a\": "})
    void what_is_no_object_is_unreadable(String text) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> Reading.of(text));
    }

    @Test
    void an_amount_is_exact_or_not_read_at_all() throws Unreadable {
        Reading right = Reading.of("{\"value\": \"10.50\", \"currency\": \"eur\"}");
        assertThat(right.money("value", "currency")).isEqualTo(Money.ofMinor(1_050, "EUR"));
        for (String wrong : new String[] {"10.505", "1e3", "", "ten", "99999999999999999999"}) {
            Reading broken = Reading.of("{\"value\": \"" + wrong + "\", \"currency\": \"EUR\"}");
            assertThatExceptionOfType(Unreadable.class).as(wrong).isThrownBy(() -> broken.money("value", "currency"));
        }
    }

    @Test
    void a_token_is_kept_for_its_credentials_alone_and_until_a_minute_before_its_end() {
        TokenCache tokens = new TokenCache();
        tokens.keep(TokenCache.name("id", "secret"), "token", NOW, 600);
        assertThat(tokens.find(TokenCache.name("id", "secret"), NOW.plusSeconds(539))).contains("token");
        assertThat(tokens.find(TokenCache.name("id", "secret"), NOW.plusSeconds(540))).isEmpty();
        assertThat(tokens.find(TokenCache.name("ids", "ecret"), NOW)).isEmpty();
        tokens.forget(TokenCache.name("id", "secret"));
        assertThat(tokens.find(TokenCache.name("id", "secret"), NOW)).isEmpty();
    }
}
