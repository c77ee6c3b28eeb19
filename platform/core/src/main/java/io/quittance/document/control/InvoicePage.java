package io.quittance.document.control;

import io.quittance.LocalText;
import io.quittance.credit.CreditNote;
import io.quittance.customer.PostalAddress;
import io.quittance.document.QrCode;
import io.quittance.document.TransferCode;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxTotal;
import io.quittance.tax.boundary.TaxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an invoice or a credit note as XHTML in its customer's language, from the frozen figures alone. */
@ApplicationScoped
public class InvoicePage {

    private static final String TEMPLATE = template();
    private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z]+)}");
    /** A word longer than this is broken, since it would push the figures off the page. */
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{24})(?=\\S)");

    @Inject
    TaxTable taxes;
    @Inject
    Clock clock;

    /** What the two kinds of document have in common. @param day from which on its law counts */
    private record Sheet(Seller seller, Party buyer, Locale language, InvoiceTotals totals, Optional<LocalDate> day) {
    }

    public String xhtml(InvoiceView invoice) {
        Labels labels = new Labels(invoice.language());
        boolean draft = invoice.row().facts().document() == DocumentStatus.DRAFT;
        Sheet sheet = new Sheet(invoice.seller(), invoice.buyer(), invoice.language(), invoice.totals(), invoice.row().issueDate());
        Map<String, String> slots = slots(sheet, labels);
        slots.put("title", Xhtml.text(labels.of("invoice") + invoice.row().number().map(number -> " " + number).orElse("")));
        slots.put("kind", Xhtml.text(labels.of("invoice"))
                + (draft ? " <span class=\"draft\">" + Xhtml.text(labels.of("draft")) + "</span>" : ""));
        slots.put("facts", facts(invoice, labels));
        slots.put("pay", draft ? "" : pay(invoice, labels));
        slots.put("notes", note(invoice.notes()));
        return filled(slots);
    }

    /** Names the invoice that it corrects and asks for no payment. */
    String xhtml(CreditNote credit) {
        Labels labels = new Labels(credit.language());
        Map<String, String> slots = slots(new Sheet(credit.seller(), credit.buyer(), credit.language(), credit.totals(),
                Optional.of(credit.issueDate())), labels);
        slots.put("title", Xhtml.text(labels.of("credit") + " " + credit.number()));
        slots.put("kind", Xhtml.text(labels.of("credit")));
        slots.put("facts", creditFacts(credit, labels));
        slots.put("pay", "");
        slots.put("notes", note(labels.of("credit.reason", credit.reason())));
        return filled(slots);
    }

    private Map<String, String> slots(Sheet sheet, Labels labels) {
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("language", Xhtml.text(sheet.language().getLanguage()));
        slots.put("seller", Xhtml.text(sheet.seller().name()));
        slots.put("senderLine", Xhtml.text(senderLine(sheet.seller())));
        slots.put("buyer", Xhtml.lines(buyer(sheet)));
        boolean discounts = sheet.totals().lines().stream().anyMatch(line -> line.discountPercent().signum() != 0);
        slots.put("heads", heads(sheet, labels, discounts));
        slots.put("lines", sheet.totals().lines().stream().map(line -> line(line, labels.language(), discounts))
                .collect(Collectors.joining("\n")));
        slots.put("sums", sums(sheet, labels));
        slots.put("reasons", reasons(sheet));
        slots.put("foot", foot(sheet.seller(), labels));
        slots.put("pageWord", Xhtml.text(labels.of("page")));
        return slots;
    }

    static String filled(Map<String, String> slots) {
        return SLOT.matcher(TEMPLATE).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String note(String text) {
        return text.isBlank() ? "" : "<div class=\"note\">" + Xhtml.text(text) + "</div>";
    }

    static String senderLine(Seller seller) {
        return Stream.concat(Stream.of(seller.name()), domestic(seller.address()).stream()).collect(Collectors.joining(" · "));
    }

    /** The country only where a letter would cross a border. */
    private static List<String> buyer(Sheet invoice) {
        PostalAddress address = invoice.buyer().address();
        boolean abroad = !address.country().isEmpty() && !address.country().equals(invoice.seller().address().country());
        String country = abroad ? Locale.of("", address.country()).getDisplayCountry(invoice.language()) : "";
        return Stream.of(List.of(invoice.buyer().name()), domestic(address), List.of(country)).flatMap(List::stream).toList();
    }

    private static List<String> domestic(PostalAddress address) {
        return new PostalAddress(address.street(), address.extra(), address.postcode(), address.city(), address.region(), "").lines();
    }

    private static String facts(InvoiceView invoice, Labels labels) {
        List<String> rows = new ArrayList<>();
        invoice.row().number().ifPresent(number -> rows.add(fact(labels.of("number"), number.text())));
        invoice.row().issueDate().ifPresent(date -> rows.add(fact(labels.of("issueDate"), LocalText.date(date, labels.language()))));
        invoice.due().ifPresent(due -> rows.add(fact(labels.of("dueDate"), LocalText.date(due.date(), labels.language()))));
        if (!invoice.buyer().taxId().isBlank()) {
            rows.add(fact(labels.of("customerTaxId"), invoice.buyer().taxId()));
        }
        if (!invoice.buyerReference().isBlank()) {
            rows.add(fact(labels.of("reference"), invoice.buyerReference()));
        }
        return String.join("\n", rows);
    }

    /** @see "EN 16931-1, BT-25 and BT-26: the preceding invoice and its date" */
    private static String creditFacts(CreditNote credit, Labels labels) {
        List<String> rows = new ArrayList<>();
        rows.add(fact(labels.of("credit.number"), credit.number().text()));
        rows.add(fact(labels.of("credit.date"), LocalText.date(credit.issueDate(), labels.language())));
        rows.add(fact(labels.of("credit.for"), credit.invoiceNumber().text()));
        rows.add(fact(labels.of("issueDate"), LocalText.date(credit.invoiceDate(), labels.language())));
        if (!credit.buyer().taxId().isBlank()) {
            rows.add(fact(labels.of("customerTaxId"), credit.buyer().taxId()));
        }
        return String.join("\n", rows);
    }

    private static String fact(String label, String value) {
        return Xhtml.row("", Xhtml.cell("label", label), Xhtml.cell("value", value));
    }

    private static String heads(Sheet invoice, Labels labels, boolean discounts) {
        String currency = invoice.totals().gross().currency().getCurrencyCode();
        return Xhtml.head("first", labels.of("position")) + Xhtml.head("text", labels.of("description"))
                + Xhtml.head("right", labels.of("quantity")) + Xhtml.head("right", labels.of(priced("unitPrice", invoice.totals())))
                + (discounts ? Xhtml.head("right", labels.of("discount")) : "")
                + Xhtml.head("right", labels.of("tax")) + Xhtml.head("right", labels.of(priced("amount", invoice.totals()), currency));
    }

    /** The label for prices that leave out the tax, or that include it. */
    private static String priced(String key, InvoiceTotals totals) {
        return totals.prices() == PriceMode.GROSS ? key + ".gross" : key;
    }

    private static String line(InvoiceLine line, Locale language, boolean discounts) {
        int digits = line.net().currency().getDefaultFractionDigits();
        String quantity = LocalText.number(line.quantity(), 0, language) + (line.unit().isEmpty() ? "" : " " + line.unit());
        return Xhtml.row("", Xhtml.cell("first", String.valueOf(line.position())),
                Xhtml.cell("text", LONG_WORD.matcher(line.description()).replaceAll("$1\u200B")),
                Xhtml.cell("right", quantity),
                Xhtml.cell("right", LocalText.number(line.unitPrice(), digits, language)),
                discounts ? Xhtml.cell("right", line.discountPercent().signum() == 0 ? "" : percent(line.discountPercent(), language)) : "",
                Xhtml.cell("right", percent(line.tax().percent(), language)),
                Xhtml.cell("right", LocalText.amount(line.amount(), language)));
    }

    private static String sums(Sheet invoice, Labels labels) {
        Locale language = labels.language();
        List<String> rows = new ArrayList<>();
        rows.add(sum("", labels.of("net"), invoice.totals().net(), language));
        for (TaxTotal tax : invoice.totals().taxes()) {
            String on = LocalText.amount(tax.taxable(), language);
            String label = tax.rate().category().isCharged() ? labels.of("taxOn", LocalText.number(tax.rate().percent(), 0, language), on)
                    : labels.of("noTax", on);
            rows.add(sum("muted", label, tax.tax(), language));
        }
        if (!invoice.totals().rounding().isZero()) {
            rows.add(sum("muted", labels.of("rounding"), invoice.totals().rounding(), language));
        }
        rows.set(rows.size() - 1, rows.getLast().replaceFirst("class=\"", "class=\"gap "));
        rows.add(Xhtml.row("total", Xhtml.cell("", labels.of("total")),
                Xhtml.cell("right", LocalText.money(invoice.totals().gross(), language))));
        return String.join("\n", rows);
    }

    private static String sum(String style, String label, Money amount, Locale language) {
        return Xhtml.row(style, Xhtml.cell("", label), Xhtml.cell("right", LocalText.amount(amount, language)));
    }

    /** Why no tax is charged, as the seller's law wants it said. */
    private String reasons(Sheet invoice) {
        LocalDate day = invoice.day().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return invoice.totals().taxes().stream()
                .map(tax -> taxes.reason(invoice.seller().address().country(), tax.rate(), day, invoice.language().getLanguage()))
                .filter(reason -> !reason.isEmpty()).distinct()
                .map(reason -> "<div class=\"note\">" + Xhtml.text(reason) + "</div>")
                .collect(Collectors.joining());
    }

    private static String pay(InvoiceView invoice, Labels labels) {
        Seller seller = invoice.seller();
        List<String> rows = new ArrayList<>();
        if (!seller.iban().isEmpty()) {
            if (!seller.bank().isEmpty()) {
                rows.add(pair(labels.of("bank"), seller.bank()));
            }
            rows.add(pair(labels.of("iban"), seller.iban().replaceAll("(.{4})(?=.)", "$1 ")));
            if (!seller.bic().isEmpty()) {
                rows.add(pair(labels.of("bic"), seller.bic()));
            }
        }
        rows.add(pair(labels.of("paymentReference"), CreditorReference.parse(invoice.paymentReference())
                .map(CreditorReference::grouped).orElse(invoice.paymentReference())));
        return "<div class=\"pay\"><div class=\"lead\">" + Xhtml.text(PaymentWords.lead(invoice, labels)) + "</div>" + plan(invoice, labels)
                + "<table>" + String.join("", rows) + "</table>" + code(invoice, labels) + "</div>";
    }

    /** What a bank's app reads. An invoice in instalments has one for each only in the portal: here it would ask for all at once. */
    private static String code(InvoiceView invoice, Labels labels) {
        return invoice.inInstalments() ? "" : TransferCode.of(invoice, invoice.totals().gross()).map(transfer -> {
            QrCode drawn = QrCode.of(transfer.payload());
            return "<div class=\"code\"><object type=\"" + QrDrawer.TYPE + "\" data=\"" + drawn.path() + "\" standby=\"" + drawn.size()
                    + "\"></object><div>" + Xhtml.text(labels.of("scan")) + "</div></div>";
        }).orElse("");
    }

    /** What is to be paid when, as agreed now; nothing of an invoice that is due at once. */
    private static String plan(InvoiceView invoice, Labels labels) {
        return !invoice.inInstalments() ? "" : invoice.claims().stream()
                .filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT)
                .map(claim -> pair(LocalText.date(claim.dueDate(), labels.language()), LocalText.money(claim.claimed(), labels.language())))
                .collect(Collectors.joining("", "<table>", "</table>"));
    }

    private static String pair(String label, String value) {
        return Xhtml.row("", Xhtml.cell("label", label), Xhtml.cell("", value));
    }

    static String foot(Seller seller, Labels labels) {
        List<String> address = Stream.concat(Stream.of(seller.name()), domestic(seller.address()).stream()).toList();
        List<String> register = Stream.of(seller.taxId().isEmpty() ? "" : labels.of("taxId", seller.taxId()), seller.registration(),
                seller.email()).toList();
        List<String> bank = seller.iban().isEmpty() ? List.of()
                : List.of(seller.bank(), seller.iban().replaceAll("(.{4})(?=.)", "$1 "), seller.bic());
        return Stream.of(address, register, bank).map(Xhtml::lines).filter(cell -> !cell.isEmpty())
                .map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining());
    }

    private static String percent(BigDecimal percent, Locale language) {
        return LocalText.number(percent, 0, language) + " %";
    }

    private static String template() {
        try (InputStream in = InvoicePage.class.getResourceAsStream("/io/quittance/document/invoice.xhtml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the invoice template cannot be read", broken);
        }
    }
}
