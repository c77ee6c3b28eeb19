package io.quittance.order.control.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiteralGuardTest {

    @Test
    void what_is_bounded_passes_unchanged_and_a_literal_may_contain_anything() throws IOException {
        String said = "* 1 FETCH (BODY {12}\r\n{99999999}\r\n)\r\na1 OK {nothing}\r\n";
        assertThat(read(said)).isEqualTo(said);
    }

    @Test
    void a_length_beyond_the_bound_ends_the_connection_before_anything_is_made_room_for() {
        assertThatThrownBy(() -> read("* 1 FETCH (BODY {101}\r\n")).isInstanceOf(IOException.class).hasMessageContaining("announces");
        assertThatThrownBy(() -> read("* 1 FETCH (BODY {99999999999999999999999}\r\n")).isInstanceOf(IOException.class);
    }

    @Test
    void a_line_without_an_end_ends_the_connection() {
        assertThatThrownBy(() -> read("*".repeat(1001))).isInstanceOf(IOException.class).hasMessageContaining("without an end");
        assertThat("*".repeat(900) + "\n").satisfies(line -> assertThat(read(line.repeat(3))).hasSize(2703));
    }

    private static String read(String said) throws IOException {
        try (LiteralGuard guard = new LiteralGuard(new ByteArrayInputStream(said.getBytes(StandardCharsets.US_ASCII)), 100, 1000)) {
            return new String(guard.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
