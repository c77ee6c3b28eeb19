package io.quittance.notification.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.config.DataFiles;
import io.quittance.notification.MessageParts;
import io.quittance.notification.MessageTemplate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

    @Test
    void a_value_is_inserted_as_it_is_even_when_it_looks_like_a_placeholder_or_a_group() {
        assertThat(TemplateText.fill("Hello {name}, {name}", Map.of("name", "{other} $1 \\")))
                .isEqualTo("Hello {other} $1 \\, {other} $1 \\");
    }

    @Test
    void a_missing_value_is_named() {
        assertThatThrownBy(() -> TemplateText.fill("{number}", Map.of("name", "x"))).hasMessageContaining("{number}")
                .hasMessageContaining("name");
    }

    @Test
    void the_html_part_escapes_everything_people_wrote_and_makes_the_link_a_button() {
        MailLayout layout = new MailLayout();
        layout.files = new DataFiles();
        MessageTemplate template = new MessageTemplate("x", "en", "For {customer}", "Dear {customer} <3\nline two\n\n{link}\n\nBye");
        MessageParts parts = layout.render(template, "A & B",
                Map.of("customer", "<script>alert(1)</script>", "link", "https://x.example/p/a?b=1&c=2",
                "linkText", "Pay \"now\""));
        assertThat(parts.subject()).isEqualTo("For <script>alert(1)</script>");
        assertThat(parts.text()).isEqualTo("Dear <script>alert(1)</script> <3\nline two\n\nhttps://x.example/p/a?b=1&c=2\n\nBye\n");
        assertThat(parts.html()).doesNotContain("<script>").contains("Dear &lt;script&gt;alert(1)&lt;/script&gt; &lt;3<br>line two",
                "href=\"https://x.example/p/a?b=1&amp;c=2\"", "Pay &quot;now&quot;", "A &amp; B");
    }

    @Test
    void mail_waits_longer_each_time_and_is_given_up_after_about_a_day() {
        assertThat(Backoff.MAIL.ceiling(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.MAIL.ceiling(15)).isEqualTo(Duration.ofHours(6));
        Duration longest = Duration.ZERO;
        for (int failures = 1; failures < Backoff.MAIL.most(); failures++) {
            longest = longest.plus(Backoff.MAIL.ceiling(failures));
        }
        assertThat(longest).as("half of it on average").isBetween(Duration.ofHours(24), Duration.ofHours(72));
    }
}
