package io.quittance.order.control.einvoice;

import io.quittance.customer.PostalAddress;
import io.quittance.order.control.einvoice.Paper.Head;
import io.quittance.order.control.einvoice.Paper.Line;
import io.quittance.order.control.einvoice.Paper.Surcharge;
import io.quittance.order.control.einvoice.Paper.Tax;
import io.quittance.order.control.einvoice.Paper.Totals;
import io.quittance.order.control.einvoice.Paper.Trader;
import io.quittance.xml.Elements;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Reads UBL 2.1, an Invoice or a CreditNote.
 *
 * @see "CEN/TS 16931-3-2: how the semantic model of EN 16931 is written in UBL"
 */
final class UblPaper {

    private static final String SUPPLIER = "AccountingSupplierParty/Party";
    private static final String CUSTOMER = "AccountingCustomerParty/Party";

    private final Element root;
    private final Reading reading;
    private final boolean creditNote;

    UblPaper(Element root, Reading reading) {
        this.root = root;
        this.reading = reading;
        this.creditNote = root.getLocalName().equals("CreditNote");
    }

    Paper read() {
        String type = Reading.text(root, "InvoiceTypeCode", "CreditNoteTypeCode");
        String currency = Reading.text(root, "DocumentCurrencyCode");
        Head head = new Head(Reading.text(root, "ID"), reading.isoDay(root, "issueDate", "IssueDate"),
                reading.isoDay(root, "dueDate", "DueDate", "PaymentMeans/PaymentDueDate"), currency,
                Reading.text(root, "BuyerReference", "OrderReference/ID"));
        List<Element> lines = Elements.all(root, creditNote ? "CreditNoteLine" : "InvoiceLine");
        return new Paper(head, creditNote || DocumentTypes.givesBack(type), trader(SUPPLIER), trader(CUSTOMER), notes(),
                lines.stream().map(this::line).toList(), surcharges(root, "allowances", "TaxCategory"),
                Elements.all(root, "TaxTotal/TaxSubtotal").stream().map(part -> tax(part, "taxes", "TaxCategory")).distinct().toList(),
                totals(currency));
    }

    /** Notes come with the code of their subject between hashes; that is for machines. */
    private List<String> notes() {
        return Stream.of(Elements.texts(root, "Note").stream().map(note -> note.replaceFirst("^#[A-Z]{3}#", "")),
                Elements.texts(root, "PaymentTerms/Note").stream()).flatMap(texts -> texts).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
    }

    private Trader trader(String path) {
        return Elements.first(root, path).map(UblPaper::trader).orElse(Trader.NOBODY);
    }

    private static Trader trader(Element party) {
        String foreign = Elements.all(party, "PartyIdentification/ID").stream().filter(id -> !id.getAttribute("schemeID").isEmpty())
                .map(id -> id.getTextContent().strip()).findFirst().orElse("");
        String number = Elements.all(party, "PartyIdentification/ID").stream().filter(id -> id.getAttribute("schemeID").isEmpty())
                .map(id -> id.getTextContent().strip()).findFirst().orElse("");
        String taxId = Elements.all(party, "PartyTaxScheme").stream()
                .filter(scheme -> Reading.text(scheme, "TaxScheme/ID").equalsIgnoreCase("VAT"))
                .map(scheme -> Reading.text(scheme, "CompanyID")).findFirst().orElse("");
        Optional<Element> endpoint = Elements.first(party, "EndpointID");
        boolean mail = endpoint.map(id -> id.getAttribute("schemeID").equals("EM")).orElse(false);
        String email = Reading.text(party, "Contact/ElectronicMail");
        boolean company = !taxId.isEmpty() || !foreign.isEmpty() || endpoint.isPresent() && !mail
                || !Reading.text(party, "PartyLegalEntity/CompanyID").isEmpty();
        return new Trader(Reading.text(party, "PartyLegalEntity/RegistrationName", "PartyName/Name"), number, foreign, taxId,
                email.isEmpty() && mail ? endpoint.get().getTextContent().strip() : email, company,
                Elements.first(party, "PostalAddress").map(UblPaper::address).orElse(PostalAddress.NONE));
    }

    private static PostalAddress address(Element from) {
        String extra = Stream.of("AdditionalStreetName", "AddressLine/Line").map(path -> Reading.text(from, path))
                .filter(text -> !text.isEmpty()).reduce((first, second) -> first + ", " + second).orElse("");
        return new PostalAddress(Reading.text(from, "StreetName"), extra, Reading.text(from, "PostalZone"),
                Reading.text(from, "CityName"), Reading.text(from, "CountrySubentity"), Reading.text(from, "Country/IdentificationCode"));
    }

    private Line line(Element from) {
        String id = Reading.text(from, "ID");
        String field = "line[" + id + "]";
        Optional<Element> quantity = Elements.first(from, creditNote ? "CreditedQuantity" : "InvoicedQuantity");
        String name = Reading.text(from, "Item/Name");
        String more = Reading.text(from, "Item/Description");
        return new Line(id, Reading.text(from, "Item/SellersItemIdentification/ID"), DocumentTypes.described(name, more),
                quantity.map(element -> element.getTextContent().strip()).flatMap(text -> reading.number(field + ".quantity", text)),
                quantity.map(element -> element.getAttribute("unitCode")).orElse(""),
                reading.number(from, field + ".price", "Price/PriceAmount"),
                reading.number(from, field + ".baseQuantity", "Price/BaseQuantity").orElse(BigDecimal.ONE),
                reading.number(from, field + ".amount", "LineExtensionAmount"),
                tax(from, field, "Item/ClassifiedTaxCategory"), surcharges(from, field + ".allowances", ""));
    }

    private Tax tax(Element from, String field, String path) {
        if (path.isEmpty()) {
            return Tax.UNSAID;
        }
        return Elements.first(from, path)
                .map(category -> new Tax(Reading.text(category, "ID"), reading.number(category, field + ".taxPercent", "Percent")))
                .orElse(Tax.UNSAID);
    }

    private List<Surcharge> surcharges(Element from, String field, String taxPath) {
        List<Surcharge> found = new ArrayList<>();
        for (Element element : Elements.all(from, "AllowanceCharge")) {
            boolean charge = Reading.text(element, "ChargeIndicator").equals("true");
            reading.number(element, field, "Amount").ifPresent(amount -> found.add(new Surcharge(charge, amount,
                    Reading.text(element, "AllowanceChargeReason"), tax(element, field, taxPath))));
        }
        return found;
    }

    private Totals totals(String currency) {
        Element sums = Elements.first(root, "LegalMonetaryTotal").orElse(root);
        Optional<BigDecimal> tax = Elements.all(root, "TaxTotal/TaxAmount").stream()
                .filter(amount -> amount.getAttribute("currencyID").equals(currency)).findFirst()
                .flatMap(amount -> reading.number("totals.tax", amount.getTextContent().strip()));
        return new Totals(reading.number(sums, "totals.net", "TaxExclusiveAmount"), tax,
                reading.number(sums, "totals.gross", "TaxInclusiveAmount"), reading.number(sums, "totals.prepaid", "PrepaidAmount"),
                reading.number(sums, "totals.rounding", "PayableRoundingAmount"),
                reading.number(sums, "totals.payable", "PayableAmount"));
    }
}
