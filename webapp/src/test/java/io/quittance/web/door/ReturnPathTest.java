package io.quittance.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @Test
    void a_path_of_ours_is_returned_to() {
        assertThat(ReturnPath.of("/app/invoice/42?tab=log")).isEqualTo("/app/invoice/42?tab=log");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
            "app",
            "/a\r\nSet-Cookie: x=y", "/signin", "/signin/switch"})
    void anything_else_leads_to_the_start_page(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo("/");
    }
}
