package io.quittance.document.control;

import io.quittance.catalogue.CommonUnit;
import io.quittance.customer.PostalAddress;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes UN/CEFACT Cross Industry Invoices (D16B). Pure: one paper, one text.
 *
 * @see "EN 16931-1 and CEN/TS 16931-3-3: syntax binding for UN/CEFACT XML; Factur-X 1.0, profile EN 16931"
 */
final class CrossIndustryInvoice {

    /** UNCL 1001: commercial invoice. */
    static final String INVOICE = "380";

    private static final String PROFILE = "urn:cen.eu:en16931:2017";
    private static final String NAMESPACES = "xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\""
            + " xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\""
            + " xmlns:qdt=\"urn:un:unece:uncefact:data:standard:QualifiedDataType:100\""
            + " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\"";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    /** UNCL 4461: credit transfer, and SEPA credit transfer. */
    private static final String TRANSFER = "30";
    private static final String SEPA_TRANSFER = "58";
    private static final int PRICE_DECIMALS = 8;

    private final Paper paper;
    private final Function<TaxTotal, String> reasons;
    private final XmlText xml = new XmlText();

    private CrossIndustryInvoice(Paper paper, Function<TaxTotal, String> reasons) {
        this.paper = paper;
        this.reasons = reasons;
    }

    /** What invoices and credit notes have in common. @param type code of UNCL 1001 */
    record Paper(String type, InvoiceNumber number, LocalDate issued, Seller seller, Party buyer, InvoiceTotals totals, Locale language,
            String buyerReference, List<String> notes, Terms terms, Optional<Preceding> preceding) {
    }

    /** How it is to be paid. @param reference what the payer is to give; empty where nothing is to be paid to the seller */
    record Terms(Optional<LocalDate> due, String words, String reference) {
    }

    /** The invoice that is corrected (BT-25, BT-26). */
    record Preceding(InvoiceNumber number, LocalDate issued) {
    }

    /** @param reasons why a category is not taxed; empty where it is */
    static String write(Paper paper, Function<TaxTotal, String> reasons) {
        return new CrossIndustryInvoice(paper, reasons).write();
    }

    /** Does it begin with a country, as BR-CO-09 asks of VAT identifiers? Others are local tax numbers. */
    static boolean isVatId(String taxId) {
        return taxId.replace(" ", "").matches("(?i)[A-Z]{2}[A-Z0-9+*.-]+")
                && (taxId.regionMatches(true, 0, "EL", 0, 2) || taxId.regionMatches(true, 0, "XI", 0, 2)
                || Arrays.asList(Locale.getISOCountries()).contains(taxId.substring(0, 2).toUpperCase(Locale.ROOT)));
    }

    private String write() {
        xml.open("rsm:CrossIndustryInvoice", NAMESPACES);
        xml.open("rsm:ExchangedDocumentContext").open("ram:GuidelineSpecifiedDocumentContextParameter").leaf("ram:ID", PROFILE).close()
                .close();
        xml.open("rsm:ExchangedDocument").leaf("ram:ID", paper.number().text()).leaf("ram:TypeCode", paper.type());
        day("ram:IssueDateTime", paper.issued());
        paper.notes().forEach(note -> xml.open("ram:IncludedNote").leaf("ram:Content", note).close());
        xml.close();
        xml.open("rsm:SupplyChainTradeTransaction");
        paper.totals().lines().forEach(this::line);
        agreement();
        xml.open("ram:ApplicableHeaderTradeDelivery").close();
        settlement();
        xml.close().close();
        return xml.toString();
    }

    private void line(InvoiceLine line) {
        String[] texts = line.description().strip().split("\\R", 2);
        xml.open("ram:IncludedSupplyChainTradeLineItem");
        xml.open("ram:AssociatedDocumentLineDocument").leaf("ram:LineID", String.valueOf(line.position())).close();
        xml.open("ram:SpecifiedTradeProduct").leaf("ram:Name", texts[0]).leaf("ram:Description", texts.length > 1 ? texts[1] : "").close();
        xml.open("ram:SpecifiedLineTradeAgreement");
        price(line);
        xml.close();
        xml.open("ram:SpecifiedLineTradeDelivery").leaf("ram:BilledQuantity", "unitCode=\"" + unit(line.unit()) + "\"",
                line.quantity().toPlainString()).close();
        xml.open("ram:SpecifiedLineTradeSettlement").open("ram:ApplicableTradeTax").leaf("ram:TypeCode", "VAT");
        category(line.tax());
        xml.close().open("ram:SpecifiedTradeSettlementLineMonetarySummation").leaf("ram:LineTotalAmount", amount(line.net())).close();
        xml.close().close();
    }

    /**
     * BT-146 with BT-147 and BT-148 where there is a discount. Of prices with tax the net price is that of the derived net amount.
     */
    private void price(InvoiceLine line) {
        BigDecimal payable = BigDecimal.ONE.subtract(line.discountPercent().movePointLeft(2));
        BigDecimal list = line.unitPrice();
        BigDecimal net = list.multiply(payable);
        if (paper.totals().prices() == PriceMode.GROSS) {
            BigDecimal factor = BigDecimal.ONE.add(line.tax().percent().movePointLeft(2));
            list = list.divide(factor, PRICE_DECIMALS, RoundingMode.HALF_UP);
            net = line.quantity().signum() == 0 ? list.multiply(payable)
                    : line.net().toDecimal().divide(line.quantity(), PRICE_DECIMALS, RoundingMode.HALF_UP).abs();
        }
        if (line.discountPercent().signum() != 0 && list.compareTo(net) > 0) {
            xml.open("ram:GrossPriceProductTradePrice").leaf("ram:ChargeAmount", plain(list)).open("ram:AppliedTradeAllowanceCharge")
                    .open("ram:ChargeIndicator").leaf("udt:Indicator", "false").close().leaf("ram:ActualAmount", plain(list.subtract(net)))
                    .close().close();
        }
        xml.open("ram:NetPriceProductTradePrice").leaf("ram:ChargeAmount", plain(net)).close();
    }

    private void agreement() {
        xml.open("ram:ApplicableHeaderTradeAgreement").leaf("ram:BuyerReference", paper.buyerReference());
        Seller seller = paper.seller();
        xml.open("ram:SellerTradeParty").leaf("ram:Name", seller.name());
        if (!seller.registration().isEmpty()) {
            xml.open("ram:SpecifiedLegalOrganization").leaf("ram:ID", seller.registration()).close();
        }
        address(seller.address());
        party(seller.email(), seller.taxId());
        xml.close().open("ram:BuyerTradeParty").leaf("ram:Name", paper.buyer().name());
        address(paper.buyer().address());
        party(paper.buyer().email(), isVatId(paper.buyer().taxId()) ? paper.buyer().taxId() : "");
        xml.close().close();
    }

    private void address(PostalAddress address) {
        xml.open("ram:PostalTradeAddress").leaf("ram:PostcodeCode", address.postcode()).leaf("ram:LineOne", address.street())
                .leaf("ram:LineTwo", address.extra()).leaf("ram:CityName", address.city()).leaf("ram:CountryID", address.country())
                .leaf("ram:CountrySubDivisionName", address.region()).close();
    }

    /** VAT identifiers are not said where nothing is within the scope of the tax (BR-O-02). */
    private void party(String email, String taxId) {
        if (!email.isBlank()) {
            xml.open("ram:URIUniversalCommunication").leaf("ram:URIID", "schemeID=\"EM\"", email).close();
        }
        boolean outside = paper.totals().taxes().stream().anyMatch(tax -> tax.rate().category() == TaxCategory.O);
        if (!taxId.isBlank() && !(outside && isVatId(taxId))) {
            xml.open("ram:SpecifiedTaxRegistration").leaf("ram:ID", isVatId(taxId) ? "schemeID=\"VA\"" : "schemeID=\"FC\"", taxId).close();
        }
    }

    private void settlement() {
        InvoiceTotals totals = paper.totals();
        String currency = totals.gross().currency().getCurrencyCode();
        xml.open("ram:ApplicableHeaderTradeSettlement").leaf("ram:PaymentReference", paper.terms().reference())
                .leaf("ram:InvoiceCurrencyCode", currency);
        Seller seller = paper.seller();
        if (!paper.terms().reference().isEmpty() && !seller.iban().isEmpty()) {
            xml.open("ram:SpecifiedTradeSettlementPaymentMeans").leaf("ram:TypeCode", currency.equals("EUR") ? SEPA_TRANSFER : TRANSFER)
                    .open("ram:PayeePartyCreditorFinancialAccount").leaf("ram:IBANID", seller.iban()).leaf("ram:AccountName", seller.name())
                    .close();
            if (!seller.bic().isEmpty()) {
                xml.open("ram:PayeeSpecifiedCreditorFinancialInstitution").leaf("ram:BICID", seller.bic()).close();
            }
            xml.close();
        }
        totals.taxes().forEach(this::tax);
        xml.open("ram:SpecifiedTradePaymentTerms").leaf("ram:Description", paper.terms().words());
        paper.terms().due().ifPresent(due -> day("ram:DueDateDateTime", due));
        xml.close();
        xml.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation").leaf("ram:LineTotalAmount", amount(totals.net()))
                .leaf("ram:TaxBasisTotalAmount", amount(totals.net()))
                .leaf("ram:TaxTotalAmount", "currencyID=\"" + currency + "\"", amount(totals.tax()))
                .leaf("ram:RoundingAmount", totals.rounding().isZero() ? "" : amount(totals.rounding()))
                .leaf("ram:GrandTotalAmount", amount(totals.net().plus(totals.tax()))).leaf("ram:DuePayableAmount", amount(totals.gross()))
                .close();
        paper.preceding().ifPresent(invoice -> xml.open("ram:InvoiceReferencedDocument")
                .leaf("ram:IssuerAssignedID", invoice.number().text()).open("ram:FormattedIssueDateTime")
                .leaf("qdt:DateTimeString", "format=\"102\"", DAY.format(invoice.issued())).close().close());
        xml.close();
    }

    private void tax(TaxTotal tax) {
        xml.open("ram:ApplicableTradeTax").leaf("ram:CalculatedAmount", amount(tax.tax())).leaf("ram:TypeCode", "VAT")
                .leaf("ram:ExemptionReason", tax.rate().category().needsReason() ? reasons.apply(tax) : "")
                .leaf("ram:BasisAmount", amount(tax.taxable()));
        category(tax.rate());
        xml.close();
    }

    /** A rate is not said outside of the scope of the tax (BR-O-05). */
    private void category(TaxRate rate) {
        xml.leaf("ram:CategoryCode", rate.category().name())
                .leaf("ram:RateApplicablePercent", rate.category() == TaxCategory.O ? "" : plain(rate.percent()));
    }

    private void day(String name, LocalDate day) {
        xml.open(name).leaf("udt:DateTimeString", "format=\"102\"", DAY.format(day)).close();
    }

    /** The code of the unit whose word it is, in the document's language or in English; pieces where it is no common one. */
    private String unit(String word) {
        return Arrays.stream(CommonUnit.values())
                .filter(unit -> List.of(paper.language(), Locale.ENGLISH).stream()
                        .anyMatch(language -> CommonUnit.word(unit.name(), language).equalsIgnoreCase(word)) || unit.name().equals(word))
                .findFirst().orElse(CommonUnit.C62).name();
    }

    private static String amount(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
