package io.quittance.launcher.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.launcher.process.Ports;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final String LINK = "http://localhost:8080/pay/abc?x=1&y=2";

    @TempDir
    Path folder;

    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(folder, Ports.free(), Ports.free(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void shows_a_mail_with_its_words_links_and_attachment() throws MessagingException, IOException, InterruptedException {
        send("kundin@example.org", "Rechnung RE-0001 über 96,80 €");

        JsonNode mail = new ObjectMapper().readTree(get("/api/messages?to=kundin%40example.org").body()).get(0);
        assertThat(mail.at("/subject").asText()).isEqualTo("Rechnung RE-0001 über 96,80 €");
        assertThat(mail.at("/to/0").asText()).isEqualTo("kundin@example.org");
        assertThat(mail.at("/text").asText()).contains("Schöne Grüße").contains("\n.\n");
        assertThat(mail.at("/html").asText()).contains("<b>Grüße</b>");
        assertThat(mail.at("/links").toString()).isEqualTo("[\"" + LINK + "\"]");
        assertThat(mail.at("/attachments/0/name").asText()).isEqualTo("RE-0001.pdf");
        assertThat(get(mail.at("/attachments/0/path").asText()).body()).isEqualTo("%PDF-1.7");

        String page = get("/messages/" + mail.at("/id").asText()).body();
        assertThat(page).contains("Rechnung RE-0001 über 96,80 €").contains("/html\"").doesNotContain("<b>Grüße</b>");
    }

    @Test
    void tells_the_mails_of_one_person_from_those_of_another() throws MessagingException, IOException, InterruptedException {
        send("a@example.org", "eins");
        send("b@example.org", "zwei");
        assertThat(mailbox.mails().to("A@example.org")).extracting(Mail::subject).containsExactly("eins");
        assertThat(mailbox.mails().all()).extracting(Mail::subject).containsExactly("zwei", "eins");
        assertThat(get("/").body()).contains("eins").contains("zwei");
    }

    @Test
    void keeps_its_mails_when_it_is_closed_and_opened_again() throws MessagingException {
        send("a@example.org", "bleibt");
        mailbox.close();
        open();
        assertThat(mailbox.mails().all()).extracting(Mail::subject).containsExactly("bleibt");
        mailbox.mails().clear();
        assertThat(mailbox.mails().all()).isEmpty();
    }

    @Test
    void gives_away_no_file_outside_of_its_folder() throws IOException, InterruptedException {
        assertThat(get("/messages/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
        assertThat(get("/messages/1/raw").statusCode()).isEqualTo(404);
    }

    @Test
    void a_mails_own_page_may_run_nothing() throws MessagingException, IOException, InterruptedException {
        send("a@example.org", "html");
        HttpResponse<String> page = get("/messages/" + mailbox.mails().all().getFirst().id() + "/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("sandbox").doesNotContain("allow-scripts");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(mailbox.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private void send(String to, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@quittance.localhost"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Schöne Grüße\n.\n.Punkt\n" + LINK, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<b>Grüße</b> <a href=\"" + LINK.replace("&", "&amp;") + "\">zahlen</a>", "text/html; charset=UTF-8");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        MimeBodyPart pdf = new MimeBodyPart();
        pdf.setContent("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "application/pdf");
        pdf.setFileName("RE-0001.pdf");
        message.setContent(new MimeMultipart("mixed", both, pdf));
        Transport.send(message);
    }
}
