package io.quittance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewEvidenceTest {

    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
            + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

    @Test
    void a_browser_whose_page_was_in_front_for_a_moment_counts() {
        assertThat(view("POST", BROWSER, "", 1000, false).isHumanView()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "post"})
    void opening_the_page_alone_does_not_count(String method) {
        assertThat(view(method, BROWSER, "", 5000, false).isHumanView()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefetch", "prefetch;prerender", "Prerender", "preview"})
    void what_a_browser_fetches_ahead_does_not_count(String purpose) {
        assertThat(view("POST", BROWSER, purpose, 5000, false).isHumanView()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mozilla/5.0 (compatible; bingbot/2.0)", "Barracuda Sentinel (EE)", "Mozilla/5.0 HeadlessChrome/120",
            "curl/8.5.0",
        "Mimecast-URL-Scanner", "WhatsApp/2.23", "python-requests/2.32", "GoogleImageProxy"})
    void scanners_previewers_and_scripts_do_not_count(String agent) {
        assertThat(view("POST", agent, "", 5000, false).isHumanView()).isFalse();
    }

    @Test
    void a_page_left_at_once_and_our_own_staff_do_not_count() {
        assertThat(view("POST", BROWSER, "", 999, false).isHumanView()).isFalse();
        assertThat(view("POST", BROWSER, "", 60_000, true).isHumanView()).isFalse();
    }

    private static ViewEvidence view(String method, String agent, String purpose, long millis, boolean staff) {
        return new ViewEvidence(method, agent, purpose, Duration.ofMillis(millis), staff);
    }
}
