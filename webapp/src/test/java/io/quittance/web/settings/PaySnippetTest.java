package io.quittance.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PaySnippetTest {

    private final PaySnippet snippet = new PaySnippet("https://pay.example.org/p/1-token", "Pay <b>\"A&B\"</b>");

    @Test
    void what_people_wrote_enters_the_snippet_escaped() {
        assertThat(snippet.plain()).isEqualTo("<a class=\"quittance-pay\" href=\"https://pay.example.org/p/1-token\" target=\"_blank\""
                + " rel=\"noopener noreferrer\">Pay &lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;</a>");
        assertThat(snippet.form()).contains("method=\"get\"", "action=\"https://pay.example.org/p/1-token\"").doesNotContain("<b>");
    }

    @Test
    void neither_link_nor_form_needs_a_script_or_has_a_field() {
        assertThat(snippet.plain() + snippet.form()).doesNotContain("<script", "<input", "style=", "onclick");
        assertThat(snippet.scripted("https://pay.example.org")).startsWith(snippet.plain())
                .endsWith("<script src=\"https://pay.example.org/resources/quittance/pay-button.js\" defer></script>");
    }

    @Test
    void the_script_is_there_and_asks_nobody_anything() throws IOException {
        String script = Files.readString(Path.of("src/main/webapp/resources/quittance/pay-button.js"));
        assertThat(script).contains("target.origin !== here", "noopener noreferrer")
                .doesNotContain("fetch(", "XMLHttpRequest", "cookie", "localStorage", "innerHTML", "eval(", "<iframe");
        assertThat(script.length()).as("tiny").isLessThan(2_000);
    }
}
