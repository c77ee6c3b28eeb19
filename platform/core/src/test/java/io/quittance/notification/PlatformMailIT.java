package io.quittance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.notification.boundary.PlatformMail;
import io.quittance.notification.boundary.PlatformMailWork;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformMailIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    @Test
    void a_visitor_is_sent_one_mail_per_key_in_the_language_asked_for() throws MessagingException {
        try (MailServer mailbox = new MailServer()) {
            PlatformMessage message = new PlatformMessage("new@example.com", Locale.GERMAN, "sign-up-verification",
                    Map.of("name", "Olga", "business", "Nordwind & Co", "link", "https://q.example/confirm?a=1&b=2", "hours", "24"), "it:"
                            + System.nanoTime());
            assertThat(send(message)).isTrue();
            assertThat(send(message)).isFalse();
            CORE.get(PlatformMailWork.class).sendDue();
            assertThat(CORE.get(PlatformMailWork.class).sendDue()).isZero();
            assertThat(mailbox.to("new@example.com")).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Bestätigen Sie Ihre E-Mail-Adresse für Quittance");
                assertThat(MailServer.leaves(mail).getFirst().text()).contains("https://q.example/confirm?a=1&b=2", "24 Stunden");
                assertThat(MailServer.leaves(mail).getLast().text()).contains("Nordwind &amp; Co", "Adresse bestätigen", "a=1&amp;b=2");
            });
        }
    }

    private static boolean send(PlatformMessage message) {
        return CurrentActor.run(new Actor.Visitor(), () -> CORE.get(PlatformMail.class).send(message));
    }
}
