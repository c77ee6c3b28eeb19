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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Reads UN/CEFACT's Cross Industry Invoice D16B, which is inside of Factur-X, ZUGFeRD 2 and XRechnung, and its ancestor in ZUGFeRD 1,
 * which has the same parts under longer names.
 *
 * @see "CEN/TS 16931-3-3: how the semantic model of EN 16931 is written in CII; ZUGFeRD 1.0, technical annex"
 */
final class CiiPaper {

    /** Lines that only group or comment on others: their amounts are in those. */
    private static final Set<String> NOT_COUNTED = Set.of("GROUP", "INFORMATION");

    private final Element root;
    private final Reading reading;
    private final Element deal;
    private final Element agreement;
    private final Element settlement;

    CiiPaper(Element root, Reading reading) {
        this.root = root;
        this.reading = reading;
        this.deal = part(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");
        this.agreement = part(deal, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement");
        this.settlement = part(deal, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement");
    }

    private static Element part(Element from, String... names) {
        return Stream.of(names).flatMap(name -> Elements.all(from, name).stream()).findFirst().orElse(from);
    }

    Paper read() {
        Element paper = part(root, "ExchangedDocument", "HeaderExchangedDocument");
        String currency = Reading.text(settlement, "InvoiceCurrencyCode");
        Head head = new Head(paper == root ? "" : Reading.text(paper, "ID"),
                reading.compactDay(paper, "issueDate", "IssueDateTime/DateTimeString"),
                reading.compactDay(settlement, "dueDate", "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"), currency,
                Reading.text(agreement, "BuyerReference", "BuyerOrderReferencedDocument/IssuerAssignedID",
                        "BuyerOrderReferencedDocument/ID"));
        List<Line> lines = Elements.all(deal, "IncludedSupplyChainTradeLineItem").stream()
                .filter(line -> !NOT_COUNTED.contains(Reading.text(line, "AssociatedDocumentLineDocument/LineStatusReasonCode")))
                .map(this::line).filter(Predicate.not(CiiPaper::isComment)).toList();
        return new Paper(head, DocumentTypes.givesBack(Reading.text(paper, "TypeCode")), trader("SellerTradeParty"),
                trader("BuyerTradeParty"), notes(paper), lines, surcharges(),
                Elements.all(settlement, "ApplicableTradeTax").stream().map(part -> tax(part, "taxes")).distinct().toList(),
                totals(currency));
    }

    /** ZUGFeRD 1 has lines that are nothing but a remark. */
    private static boolean isComment(Line line) {
        return line.amount().isEmpty() && line.price().isEmpty() && line.quantity().isEmpty();
    }

    private List<String> notes(Element paper) {
        return Stream.concat(Elements.texts(paper, "IncludedNote/Content").stream(),
                Elements.texts(settlement, "SpecifiedTradePaymentTerms/Description").stream()).toList();
    }

    private Trader trader(String name) {
        return Elements.first(agreement, name).map(CiiPaper::trader).orElse(Trader.NOBODY);
    }

    private static Trader trader(Element party) {
        String taxId = Elements.all(party, "SpecifiedTaxRegistration/ID").stream().filter(id -> id.getAttribute("schemeID").equals("VA"))
                .map(id -> id.getTextContent().strip()).findFirst().orElse("");
        String foreign = Reading.text(party, "GlobalID");
        Optional<Element> endpoint = Elements.first(party, "URIUniversalCommunication/URIID");
        boolean mail = endpoint.map(id -> id.getAttribute("schemeID").equals("EM")).orElse(false);
        String email = Reading.text(party, "DefinedTradeContact/EmailURIUniversalCommunication/URIID",
                "DefinedTradeContact/EmailURIUniversalCommunication/CompleteNumber");
        boolean company = !taxId.isEmpty() || !foreign.isEmpty() || endpoint.isPresent() && !mail
                || !Reading.text(party, "SpecifiedLegalOrganization/ID").isEmpty();
        return new Trader(Reading.text(party, "Name"), Reading.text(party, "ID"), foreign, taxId,
                email.isEmpty() && mail ? endpoint.get().getTextContent().strip() : email, company,
                Elements.first(party, "PostalTradeAddress").map(CiiPaper::address).orElse(PostalAddress.NONE));
    }

    private static PostalAddress address(Element from) {
        String extra = Stream.of("LineTwo", "LineThree").map(path -> Reading.text(from, path)).filter(text -> !text.isEmpty())
                .reduce((first, second) -> first + ", " + second).orElse("");
        return new PostalAddress(Reading.text(from, "LineOne"), extra, Reading.text(from, "PostcodeCode"),
                Reading.text(from, "CityName"), Reading.text(from, "CountrySubDivisionName"), Reading.text(from, "CountryID"));
    }

    private Line line(Element from) {
        String id = Reading.text(from, "AssociatedDocumentLineDocument/LineID");
        String field = "line[" + id + "]";
        Element price = part(part(from, "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement"), "NetPriceProductTradePrice");
        Element amounts = part(from, "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement");
        Optional<Element> quantity = Stream.of("SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery")
                .flatMap(name -> Elements.all(from, name + "/BilledQuantity").stream()).findFirst();
        Tax tax = Elements.first(amounts, "ApplicableTradeTax").map(element -> tax(element, field)).orElse(Tax.UNSAID);
        return new Line(id, Reading.text(from, "SpecifiedTradeProduct/SellerAssignedID"),
                DocumentTypes.described(Reading.text(from, "SpecifiedTradeProduct/Name"),
                        Reading.text(from, "SpecifiedTradeProduct/Description")),
                quantity.map(element -> element.getTextContent().strip()).flatMap(text -> reading.number(field + ".quantity", text)),
                quantity.map(element -> element.getAttribute("unitCode")).orElse(""),
                reading.number(price, field + ".price", "ChargeAmount"),
                reading.number(price, field + ".baseQuantity", "BasisQuantity").orElse(BigDecimal.ONE),
                reading.number(amounts, field + ".amount", "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
                        "SpecifiedTradeSettlementMonetarySummation/LineTotalAmount"),
                tax, surcharges(amounts, field + ".allowances"));
    }

    private Tax tax(Element from, String field) {
        return new Tax(Reading.text(from, "CategoryCode"),
                reading.number(from, field + ".taxPercent", "RateApplicablePercent", "ApplicablePercent"));
    }

    /** Of the document; costs of transport are charges under another name. */
    private List<Surcharge> surcharges() {
        List<Surcharge> found = new ArrayList<>(surcharges(settlement, "allowances"));
        for (Element cost : Elements.all(settlement, "SpecifiedLogisticsServiceCharge")) {
            Tax tax = Elements.first(cost, "AppliedTradeTax").map(element -> tax(element, "allowances")).orElse(Tax.UNSAID);
            reading.number(cost, "allowances", "AppliedAmount")
                    .ifPresent(amount -> found.add(new Surcharge(true, amount, Reading.text(cost, "Description"), tax)));
        }
        return found;
    }

    private List<Surcharge> surcharges(Element from, String field) {
        List<Surcharge> found = new ArrayList<>();
        for (Element element : Elements.all(from, "SpecifiedTradeAllowanceCharge")) {
            boolean charge = Reading.text(element, "ChargeIndicator/Indicator", "ChargeIndicator").equals("true");
            Tax tax = Elements.first(element, "CategoryTradeTax").map(category -> tax(category, field)).orElse(Tax.UNSAID);
            reading.number(element, field, "ActualAmount")
                    .ifPresent(amount -> found.add(new Surcharge(charge, amount, Reading.text(element, "Reason"), tax)));
        }
        return found;
    }

    private Totals totals(String currency) {
        Element sums = part(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation");
        List<Element> taxes = Elements.all(sums, "TaxTotalAmount");
        Optional<BigDecimal> tax = taxes.stream().filter(amount -> amount.getAttribute("currencyID").equals(currency)).findFirst()
                .or(() -> taxes.stream().filter(amount -> amount.getAttribute("currencyID").isEmpty()).findFirst())
                .flatMap(amount -> reading.number("totals.tax", amount.getTextContent().strip()));
        return new Totals(reading.number(sums, "totals.net", "TaxBasisTotalAmount"), tax,
                reading.number(sums, "totals.gross", "GrandTotalAmount"), reading.number(sums, "totals.prepaid", "TotalPrepaidAmount"),
                reading.number(sums, "totals.rounding", "RoundingAmount"),
                reading.number(sums, "totals.payable", "DuePayableAmount"));
    }
}
