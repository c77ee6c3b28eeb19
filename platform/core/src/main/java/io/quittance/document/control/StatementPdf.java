package io.quittance.document.control;

import io.quittance.LocalText;
import io.quittance.document.PdfDocument;
import io.quittance.invoice.Seller;
import io.quittance.invoice.boundary.InvoiceSettings;
import io.quittance.report.Statement;
import io.quittance.report.StatementLine;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A statement of account as a PDF file, in its customer's language. */
@ApplicationScoped
public class StatementPdf {

    @Inject
    InvoiceSettings settings;
    @Inject
    PdfPress press;

    public PdfDocument of(Statement statement) {
        Labels labels = new Labels(statement.customer().details().language());
        String name = labels.of("statement.file") + "-" + statement.customer().name() + "-" + statement.to();
        return new PdfDocument(name.replaceAll("[^A-Za-z0-9._-]+", "_") + ".pdf", press.print(xhtml(statement, settings.seller())));
    }

    static String xhtml(Statement statement, Seller seller) {
        Locale language = statement.customer().details().language();
        Labels labels = new Labels(language);
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("language", Xhtml.text(language.getLanguage()));
        slots.put("title", Xhtml.text(labels.of("statement")));
        slots.put("kind", Xhtml.text(labels.of("statement")));
        slots.put("seller", Xhtml.text(seller.name()));
        slots.put("senderLine", Xhtml.text(InvoicePage.senderLine(seller)));
        slots.put("buyer", Xhtml.lines(Stream.concat(Stream.of(statement.customer().name()),
                statement.customer().details().address().lines().stream()).toList()));
        slots.put("facts", fact(labels.of("statement.from"), LocalText.date(statement.from(), language))
                + fact(labels.of("statement.to"), LocalText.date(statement.to(), language))
                + fact(labels.of("statement.currency"), statement.closing().currency().getCurrencyCode()));
        slots.put("heads", Xhtml.head("first", labels.of("statement.day")) + Xhtml.head("text", labels.of("description"))
                + Xhtml.head("right", labels.of("statement.amount")) + Xhtml.head("right", labels.of("statement.balance")));
        slots.put("lines", lines(statement, labels));
        slots.put("sums", sums(statement.aging(), statement.closing(), labels));
        slots.put("reasons", "");
        slots.put("pay", "");
        slots.put("notes", "");
        slots.put("foot", InvoicePage.foot(seller, labels));
        slots.put("pageWord", Xhtml.text(labels.of("page")));
        return InvoicePage.filled(slots);
    }

    private static String lines(Statement statement, Labels labels) {
        Locale language = labels.language();
        List<String> rows = new ArrayList<>();
        rows.add(line(LocalText.date(statement.from(), language), labels.of("statement.opening"), "", statement.opening(), language));
        for (StatementLine line : statement.lines()) {
            String text = (labels.of("statement.kind." + line.kind()) + " " + line.document()).strip();
            rows.add(line(LocalText.date(line.day(), language), text, LocalText.amount(line.amount(), language), line.balance(), language));
        }
        rows.add(line(LocalText.date(statement.to(), language), labels.of("statement.closing"), "", statement.closing(), language));
        return String.join("\n", rows);
    }

    private static String line(String day, String text, String amount, Money balance, Locale language) {
        return Xhtml.row("", Xhtml.cell("right", day), Xhtml.cell("text", text), Xhtml.cell("right", amount),
                Xhtml.cell("right", LocalText.amount(balance, language)));
    }

    private static String sums(Statement.Aging aging, Money closing, Labels labels) {
        Locale language = labels.language();
        return String.join("\n", List.of(sum(labels.of("statement.notDue"), aging.notDue(), language),
                sum(labels.of("statement.to30"), aging.to30(), language), sum(labels.of("statement.to60"), aging.to60(), language),
                sum(labels.of("statement.to90"), aging.to90(), language), sum(labels.of("statement.older"), aging.older(), language),
                sum(labels.of("statement.unapplied"), aging.unapplied().negated(), language),
                Xhtml.row("total", Xhtml.cell("", labels.of("statement.closing")),
                        Xhtml.cell("right", LocalText.money(closing, language)))));
    }

    private static String sum(String label, Money amount, Locale language) {
        return Xhtml.row("", Xhtml.cell("", label), Xhtml.cell("right", LocalText.amount(amount, language)));
    }

    private static String fact(String label, String value) {
        return Xhtml.row("", Xhtml.cell("label", label), Xhtml.cell("value", value));
    }
}
