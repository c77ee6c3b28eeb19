package io.quittance.delivery.boundary;

import io.quittance.LocalText;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.Customer;
import io.quittance.customer.boundary.Customers;
import io.quittance.document.PdfDocument;
import io.quittance.document.boundary.InvoiceDocuments;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceView;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.boundary.Labels;
import io.quittance.notification.boundary.Messages;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes mail about an invoice, with the PDF and a private link of its own, from the figures of this very moment. */
@Boundary
public class InvoiceMail {

    @Inject
    Customers customers;
    @Inject
    InvoiceDocuments documents;
    @Inject
    PortalLinks links;
    @Inject
    Messages messages;
    @Inject
    Labels labels;
    @Inject
    Clock clock;

    /** @param kind of the message template. @return empty when the customer has no address (any more) */
    @Requires(Permission.SYSTEM)
    public Optional<Mail> write(String kind, InvoiceView invoice) {
        return write(kind, invoice, (customer, language) -> Map.of());
    }

    /** Like {@link #write(String, InvoiceView)}. @param more values for the template, in the customer's language */
    @Requires(Permission.SYSTEM)
    public Optional<Mail> write(String kind, InvoiceView invoice, BiFunction<Customer, Locale, Map<String, String>> more) {
        Customer customer = customers.find(invoice.row().customer()).orElseThrow();
        if (customer.details().emails().isEmpty()) {
            return Optional.empty();
        }
        Locale language = customer.details().language();
        Map<String, String> values = values(invoice, customer, language);
        values.putAll(more.apply(customer, language));
        MessageParts parts = messages.render(kind, language, invoice.seller().name(), values);
        PdfDocument pdf = documents.pdf(invoice);
        return Optional.of(new Mail(invoice.seller().name(), invoice.seller().email(), customer.details().emails(), language,
                parts.subject(), parts.text(), parts.html(),
                        List.of(new Mail.Attachment(pdf.fileName(), "application/pdf", pdf.content()))));
    }

    private Map<String, String> values(InvoiceView invoice, Customer customer, Locale language) {
        DueDate due = invoice.nextDue().orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("customer", customer.name());
        values.put("seller", invoice.seller().name());
        values.put("number", invoice.row().number().orElseThrow().text());
        values.put("amount", LocalText.money(invoice.row().gross(), language));
        values.put("open", LocalText.money(invoice.openBy(day(due)), language));
        values.put("issued", LocalText.date(invoice.row().issueDate().orElseThrow(), language));
        values.put("due", LocalText.date(due.date(), language));
        values.put("days", String.valueOf(due.daysOverdueAt(clock.instant())));
        values.put("reference", invoice.paymentReference());
        values.put("link", links.create(invoice.id()).url());
        values.put("charges", charges(invoice, language));
        values.put("linkText", labels.get("invoice", language));
        return values;
    }

    /** Up to which day claims are spoken of: the next due date, or today when that has passed. */
    private LocalDate day(DueDate due) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), due.zone());
        return today.isAfter(due.date()) ? today : due.date();
    }

    /** What of the open amount is interest and fixed sums, as a sentence; empty when none is. */
    private String charges(InvoiceView invoice, Locale language) {
        Money late = invoice.lateOpen();
        return late.isPositive() ? labels.get("charges", language).replace("{0}", LocalText.money(late, language)) : "";
    }
}
