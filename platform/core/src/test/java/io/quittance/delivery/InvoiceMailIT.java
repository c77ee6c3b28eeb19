package io.quittance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.access.AccessDenied;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.delivery.boundary.Portal;
import io.quittance.delivery.boundary.PortalLinks;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.TimelineEntry;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import io.quittance.testing.Samples;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoiceMailIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static final ViewEvidence HUMAN = new ViewEvidence("POST", "Mozilla/5.0 (X11; Linux) Firefox/140", "", Duration.ofSeconds(3),
            false);
    private static MailServer mailbox;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        mailbox = new MailServer();
        tenant = CORE.newTenant();
    }

    @AfterAll
    static void stop() {
        mailbox.close();
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void an_issued_invoice_reaches_its_customer_with_pdf_and_a_link_that_opens_only_that_invoice() throws MessagingException {
        InvoiceId id = issueByMail("Ärger & Söhne", "kunde@example.com", Locale.GERMAN);
        CORE.answerBells();

        MimeMessage mail = mailbox.to("kunde@example.com").getFirst();
        List<MailServer.Leaf> leaves = MailServer.leaves(mail);
        InvoiceView view = view(id);
        String number = view.row().number().orElseThrow().text();
        assertThat(mail.getSubject()).isEqualTo("Rechnung " + number + " von " + tenant.name());
        assertThat(mail.getMessageID()).startsWith("<q." + tenant.id() + ".");
        assertThat(leaves).extracting(MailServer.Leaf::type).containsExactly("text/plain", "text/html", "application/pdf");
        assertThat(leaves.get(0).text().replace('\u00a0', ' ')).contains("Guten Tag Ärger & Söhne", "119,00 €", number);
        assertThat(leaves.get(1).text()).contains("Ärger &amp; Söhne", "Rechnung ansehen und bezahlen").doesNotContain("Ärger & Söhne");
        assertThat(leaves.get(2).fileName()).isEqualTo("Rechnung-" + number + ".pdf");
        assertThat(new String(leaves.get(2).content(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(view.row().status()).isEqualTo(InvoiceStatus.SENT);
        assertThat(timeline(id)).containsExactly("drafted", "issued", "sent");

        String token = token(leaves.get(0).text());
        OpenedLink link = CORE.get(PortalLinks.class).open(token).orElseThrow();
        assertThat(link.tenant().id()).isEqualTo(tenant.id());
        assertThat(link.invoice()).isEqualTo(id);
        assertThat(asDebtor(link, () -> CORE.get(Portal.class).invoice().id())).isEqualTo(id);
        assertThatThrownBy(() -> asDebtor(link, () -> CORE.get(InvoiceList.class).find(id))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> CORE.in(tenant, () -> CORE.get(Portal.class).invoice())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_credit_note_reaches_the_customer_as_a_pdf_that_names_the_invoice_it_corrects() throws IOException, MessagingException {
        InvoiceId id = issueByMail("Kredit AG", "gutschrift@example.com", Locale.GERMAN);
        CORE.in(tenant, () -> CORE.get(CreditNotes.class).issue(new CreditOrder("mailed", id, CreditScope.LINES,
                List.of(new LineCredit(1, Money.ofMinor(1000, "EUR"))), List.of(), "Kratzer", true)));
        CORE.answerBells();

        String invoice = view(id).row().number().orElseThrow().text();
        CreditNote note = CORE.in(tenant, () -> CORE.get(CreditNotes.class).ofInvoice(id)).getFirst();
        MimeMessage mail = mailbox.to("gutschrift@example.com").stream()
                .filter(sent -> subject(sent).startsWith("Gutschrift")).findFirst().orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("Gutschrift " + note.number() + " zur Rechnung " + invoice + " von " + tenant.name());
        MailServer.Leaf pdf = MailServer.leaves(mail).get(2);
        assertThat(pdf.fileName()).isEqualTo("Gutschrift-" + note.number() + ".pdf");
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains("Gutschriftsnummer", note.number().text(), "Zur Rechnung", invoice, "11,90 €", "Grund: Kratzer")
                    .doesNotContain("Bitte zahlen");
        }
        assertThat(timeline(id)).contains("credited", "credit-sent");
    }

    @Test
    void only_a_human_view_counts_and_only_the_first_is_a_fact() {
        InvoiceId id = issueByMail("Viewer Ltd", "viewer@example.com", Locale.ENGLISH);
        CORE.answerBells();
        OpenedLink link = CORE.get(PortalLinks.class)
                .open(token(MailServer.leaves(mailbox.to("viewer@example.com").getFirst()).getFirst().text())).orElseThrow();
        ViewEvidence scanner = new ViewEvidence("POST", "Mozilla/5.0 Barracuda", "", Duration.ofSeconds(9), false);
        assertThat(asDebtor(link, () -> CORE.get(Portal.class).viewed(scanner))).isFalse();
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.SENT);
        assertThat(asDebtor(link, () -> CORE.get(Portal.class).viewed(HUMAN))).isTrue();
        assertThat(asDebtor(link, () -> CORE.get(Portal.class).viewed(HUMAN))).isTrue();
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.VIEWED);
        assertThat(timeline(id)).containsOnlyOnce("viewed");
    }

    @Test
    void a_link_that_was_altered_revoked_expired_or_never_made_opens_nothing() {
        InvoiceId id = CORE.in(tenant, () -> SAMPLES.issued(SAMPLES.customer("Links Ltd"), "10"));
        PortalLinks links = CORE.get(PortalLinks.class);
        String token = CORE.in(tenant, () -> links.create(id)).token();
        assertThat(links.open(token)).isPresent();
        char last = token.charAt(token.length() - 2);
        String altered = token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1);
        assertThat(links.open(altered)).isEmpty();
        assertThat(links.open("zzzzzzzzzzzzz" + token.substring(token.indexOf('-')))).isEmpty();
        assertThat(links.open("")).isEmpty();
        Tenant other = CORE.newTenant();
        assertThat(links.open(Long.toString(other.id().value(), 36) + token.substring(token.indexOf('-')))).isEmpty();
        CORE.clock().set(Instant.now().plus(500, ChronoUnit.DAYS));
        assertThat(links.open(token)).isEmpty();
        CORE.clock().release();
        assertThat(links.open(token)).isPresent();
        assertThat(CORE.in(tenant, () -> links.revokeAll(id))).isEqualTo(1);
        assertThat(links.open(token)).isEmpty();
    }

    @Test
    void mail_waits_for_a_server_that_is_away_and_is_sent_once_it_is_back() {
        InvoiceId id;
        try (MailServer gone = new MailServer()) {
            gone.vanish();
            id = issueByMail("Patient GmbH", "patient@example.com", Locale.ENGLISH);
            CORE.answerBells();
            assertThat(messages(id)).singleElement().satisfies(row -> {
                assertThat(row.state()).isEqualTo(OutboxState.WAITING);
                assertThat(row.attempts()).isEqualTo(1);
                assertThat(row.note()).isNotBlank();
            });
        }
        mailbox.close();
        mailbox = new MailServer();
        CORE.clock().set(Instant.now().plus(2, ChronoUnit.MINUTES));
        CORE.answerBells();
        assertThat(mailbox.to("patient@example.com")).hasSize(1);
        assertThat(messages(id)).singleElement().extracting(OutboxRow::state).isEqualTo(OutboxState.SENT);
    }

    @Test
    void mail_that_can_never_be_delivered_is_given_up_visibly_and_can_be_tried_again() {
        InvoiceId id = issueByMail("Mistyped Ltd", "two..dots@example.com", Locale.ENGLISH);
        CORE.answerBells();
        OutboxRow dead = messages(id).getFirst();
        assertThat(dead.state()).isEqualTo(OutboxState.DEAD);
        assertThat(dead.note()).isNotBlank();
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.UNDELIVERABLE);
        assertThat(timeline(id)).containsExactly("drafted", "issued", "bounced");
        assertThat(CORE.in(tenant, () -> CORE.get(Outbox.class).revive(dead.id()))).isTrue();
        assertThat(messages(id).getFirst().state()).isEqualTo(OutboxState.WAITING);
        CORE.answerBells();
        assertThat(messages(id)).singleElement().extracting(OutboxRow::state).isEqualTo(OutboxState.DEAD);
    }

    @Test
    void an_invoice_that_cannot_be_mailed_is_not_issued() {
        CustomerDetails details = Samples.details("No Mail");
        Customer customer = CORE.in(tenant, () -> SAMPLES.customer(new CustomerDetails(details.name(), details.kind(), "", List.of(),
                Locale.ENGLISH, details.zone(), 14, Optional.empty(), "", "", details.address())));
        InvoiceId draft = CORE.in(tenant, () -> SAMPLES.draft(customer, "1.00"));
        IssueOutcome outcome = CORE.in(tenant, () -> CORE.get(Invoicing.class).issue(draft, true));
        assertThat(outcome).isInstanceOfSatisfying(IssueOutcome.Refused.class, refused -> {
            assertThat(refused.faults().getFirst().rule()).isEqualTo("invoice.noRecipient");
            assertThat(refused.faults().getFirst().remedy(Locale.GERMAN)).startsWith("Geben Sie eine E-Mail-Adresse");
        });
        assertThat(view(draft).row().status()).isEqualTo(InvoiceStatus.DRAFT);
    }

    private static InvoiceId issueByMail(String name, String address, Locale language) {
        CustomerDetails details = Samples.details(name);
        return CORE.in(tenant, () -> {
            Customer customer = SAMPLES.customer(new CustomerDetails(name, details.kind(), "", List.of(address), language, details.zone(),
                    14, Optional.empty(), "", "", details.address()));
            InvoiceId draft = SAMPLES.draft(customer, "100.00");
            assertThat(CORE.get(Invoicing.class).issue(draft, true)).isInstanceOf(IssueOutcome.Issued.class);
            return draft;
        });
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String token(String text) {
        Matcher link = Pattern.compile("http://localhost:8080/p/([A-Za-z0-9_-]+)").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static <T> T asDebtor(OpenedLink link, Supplier<T> work) {
        return TenantScope.call(link.tenant(), link.debtor(), work::get);
    }

    private static InvoiceView view(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
    }

    private static List<OutboxRow> messages(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(Outbox.class).about(id.value()));
    }

    private static List<String> timeline(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).timeline(id)).stream().map(TimelineEntry::kind).toList();
    }
}
