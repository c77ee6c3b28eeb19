package io.quittance.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.audit.AuditEvent;
import io.quittance.audit.AuditFilter;
import io.quittance.audit.boundary.AuditLog;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.Mailboxes;
import io.quittance.order.boundary.OrderList;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.testing.CoreContainer;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailOrdersIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final String PRIVATE = "quittance.plugins.private.networks";
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)});
    private static String allowedBefore;
    private Tenant tenant;
    private GreenMailUser box;
    private ChannelId mailbox;

    @BeforeAll
    static void start() {
        SERVER.start();
        allowedBefore = System.getProperty(PRIVATE);
        System.setProperty(PRIVATE, "allow");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
        if (allowedBefore == null) {
            System.clearProperty(PRIVATE);
        } else {
            System.setProperty(PRIVATE, allowedBefore);
        }
    }

    @BeforeEach
    void makeMailbox() {
        CORE.clock().set(Instant.parse("2026-11-22T10:00:00Z"));
        tenant = CORE.newTenant();
        String name = "orders-" + tenant.id().value();
        box = SERVER.setUser(name + "@example.com", name, "secret");
        mailbox = make(Map.of());
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void an_invoice_in_the_mail_of_a_known_sender_is_taken_once_and_what_is_no_order_lies_beside_with_its_reason() {
        box.deliver(mail("<1@erp>", "erp@example.org", Map.of("invoice.xml", invoice(), "photo.zip", new byte[] {1, 2})));
        CORE.answerBells();
        assertThat(rows()).hasSize(2);
        assertThat(rows()).anySatisfy(row -> {
            assertThat(row.reference()).isEqualTo("M-1");
            assertThat(row.gross().orElseThrow().toDecimal()).isEqualByComparingTo("119.00");
        });
        assertThat(rows()).anySatisfy(row -> {
            assertThat(row.state()).isEqualTo(OrderState.DEAD);
            assertThat(row.findings().getFirst().fault().rule()).isEqualTo("order.noReader");
        });
        box.deliver(mail("<1@erp>", "erp@example.org", Map.of("other.zip", new byte[] {3})));
        later();
        assertThat(rows()).as("a mail is known by its Message-ID").hasSize(2);
    }

    @Test
    void mail_of_strangers_is_not_opened_and_audited() {
        box.deliver(mail("<2@else>", "stranger@example.net", Map.of("invoice.xml", invoice())));
        box.deliver(mail("<3@else>", "erp@example.org.evil.example", Map.of("invoice.xml", invoice())));
        CORE.answerBells();
        assertThat(rows()).isEmpty();
        List<AuditEvent> events = CORE.in(tenant, () -> CORE.get(AuditLog.class)
                .page(new AuditFilter("order-channel", OptionalLong.of(mailbox.value())), 0, 50)).rows();
        assertThat(events.stream().filter(event -> event.action().equals("mail-refused"))).hasSize(2);
    }

    @Test
    void mail_that_comes_later_is_found_by_the_next_visit_and_mail_without_attachments_is_passed_over() {
        CORE.answerBells();
        box.deliver(mail("<4@erp>", "Sales@Partner.example", Map.of()));
        box.deliver(mail("<5@erp>", "erp@example.org", Map.of("invoice.xml", invoice())));
        later();
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row.reference()).isEqualTo("M-1"));
    }

    @Test
    void a_mailbox_that_cannot_be_read_says_why_until_it_can() {
        CORE.answerBells();
        ChannelId broken = make(Map.of("folder", "Nowhere"));
        ChannelId unfinished = make(Map.of("senders", ""));
        CORE.answerBells();
        Map<ChannelId, ChannelVisit> visits = CORE.in(tenant, () -> CORE.get(Channels.class).visits());
        assertThat(visits.get(mailbox).trouble()).isEmpty();
        assertThat(visits.get(broken).trouble()).contains(Fault.of("", "", "mailbox.folder", "Nowhere"));
        assertThat(visits.get(broken).next()).isAfter(visits.get(broken).at());
        assertThat(visits.get(unfinished).trouble().orElseThrow().rule()).isEqualTo("mailbox.settings");
    }

    @Test
    void a_trial_says_what_is_wrong_by_the_name_of_the_setting() {
        assertThat(test(mailbox)).isEqualTo(new MailboxOutcome.Reached(0));
        assertThat(fault(make(Map.of("folder", "Nowhere")))).isEqualTo("folder mailbox.folder");
        assertThat(fault(make(Map.of("user", "nobody")))).isEqualTo("password mailbox.refused");
        assertThat(fault(make(Map.of("port", "1")))).isEqualTo("host mailbox.unreachable");
        assertThat(fault(make(Map.of("senders", "")))).isEqualTo("senders mailbox.senders");
        assertThat(fault(make(Map.of("host", "http://x/")))).isEqualTo("host mailbox.host");
        String strange = fault(make(Map.of("port", String.valueOf(SERVER.getImaps().getPort()), "security", "tls")));
        assertThat(strange).as("a certificate that nobody vouches for").isEqualTo("host mailbox.unreachable");
    }

    @Test
    void no_mailbox_is_read_in_a_private_network_or_without_tls_unless_the_deployment_allows_it() {
        System.clearProperty(PRIVATE);
        try {
            assertThat(fault(mailbox)).isEqualTo("security mailbox.insecure");
            Fault inside = ((MailboxOutcome.Refused) test(make(Map.of("security", "tls")))).faults().getFirst();
            assertThat(inside.rule()).isEqualTo("mailbox.unreachable");
            assertThat(inside.arguments().getFirst()).contains("private network");
        } finally {
            System.setProperty(PRIVATE, "allow");
        }
    }

    private ChannelId make(Map<String, String> other) {
        Map<String, String> options = new HashMap<>(Map.of("host", "127.0.0.1", "port", String.valueOf(SERVER.getImap().getPort()),
                "user", box.getLogin(), "security", "none", "senders", "erp@example.org, @partner.example"));
        options.putAll(other);
        ChannelSettings settings = new ChannelSettings("Mail " + CORE.get(TimeOrderedIds.class).next(),
                Acceptance.DRAFT, ZoneId.of("Europe/Berlin"), UnknownBuyer.CREATE, options);
        return CORE.in(tenant, () -> {
            ChannelOutcome made = CORE.get(Channels.class).create(ChannelKind.MAIL, settings);
            ChannelId id = ((ChannelOutcome.Saved) made).account().id();
            CORE.get(Channels.class).keepSecrets(id, Map.of("password", "secret"));
            return id;
        });
    }

    private void later() {
        CORE.clock().set(CORE.clock().instant().plus(Duration.ofMinutes(10)));
        CORE.answerBells();
    }

    private MailboxOutcome test(ChannelId id) {
        return CORE.in(tenant, () -> CORE.get(Mailboxes.class).test(id)).orElseThrow();
    }

    private String fault(ChannelId id) {
        MailboxOutcome outcome = test(id);
        assertThat(outcome).isInstanceOf(MailboxOutcome.Refused.class);
        Fault fault = ((MailboxOutcome.Refused) outcome).faults().getFirst();
        return fault.field() + " " + fault.rule();
    }

    private List<OrderRow> rows() {
        return CORE.in(tenant, () -> CORE.get(OrderList.class).page(OrderFilter.ALL, Page.Request.first(10, OrderSort.RECEIVED, true)))
                .rows();
    }

    private static MimeMessage mail(String id, String from, Map<String, byte[]> attachments) {
        try {
            MimeMessage mail = new Numbered(id);
            mail.setFrom(new InternetAddress(from));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress("orders@example.com"));
            mail.setSubject("Your orders");
            MimeBodyPart text = new MimeBodyPart();
            text.setText("See attachments");
            MimeMultipart parts = new MimeMultipart(text);
            for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
                MimeBodyPart part = new MimeBodyPart();
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.getValue(), "application/octet-stream")));
                part.setFileName(attachment.getKey());
                parts.addBodyPart(part);
            }
            mail.setContent(parts);
            mail.saveChanges();
            return mail;
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Keeps the Message-ID that it was given. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        private Numbered(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static byte[] invoice() {
        try (InputStream file = MailOrdersIT.class.getResourceAsStream("control/einvoice/invoice.xml")) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
