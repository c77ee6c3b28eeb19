package io.quittance.order.control.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderLine;
import io.quittance.order.ReadOutcome;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

class EInvoiceFileTest {

    private static final String UBL = """
            <{kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{kind}-2" xmlns:c="urn:c">
            <c:ID>R-7</c:ID><c:IssueDate>2026-03-01</c:IssueDate><c:DueDate>2026-03-31+01:00</c:DueDate>
            <c:Note>#AAK#Thank  you</c:Note><c:DocumentCurrencyCode>EUR</c:DocumentCurrencyCode><c:BuyerReference>PO 1</c:BuyerReference>
            <c:AccountingSupplierParty><c:Party><c:PartyTaxScheme><c:CompanyID>DE 1234</c:CompanyID><c:TaxScheme><c:ID>VAT</c:ID>
            </c:TaxScheme></c:PartyTaxScheme><c:PartyLegalEntity><c:RegistrationName>We Ltd</c:RegistrationName></c:PartyLegalEntity>
            </c:Party></c:AccountingSupplierParty><c:AccountingCustomerParty><c:Party><c:PartyIdentification><c:ID>K-12</c:ID>
            </c:PartyIdentification><c:PostalAddress><c:StreetName>Ringstr. 1</c:StreetName><c:CityName>Wien</c:CityName>
            <c:PostalZone>1010</c:PostalZone><c:Country><c:IdentificationCode>AT</c:IdentificationCode></c:Country></c:PostalAddress>
            <c:PartyLegalEntity><c:RegistrationName>Käufer &amp; Co</c:RegistrationName></c:PartyLegalEntity>
            <c:Contact><c:ElectronicMail>pay@example.org</c:ElectronicMail></c:Contact></c:Party></c:AccountingCustomerParty>
            <c:TaxTotal><c:TaxAmount currencyID="EUR">{tax}</c:TaxAmount></c:TaxTotal>
            <c:LegalMonetaryTotal><c:TaxExclusiveAmount>{net}</c:TaxExclusiveAmount><c:TaxInclusiveAmount>{gross}</c:TaxInclusiveAmount>
            {more}</c:LegalMonetaryTotal>
            {lines}
            </{kind}>""";
    private static final String LINE = """
            <c:{kind}Line><c:ID>1</c:ID><c:{quantity} unitCode="HUR">{q}</c:{quantity}>
            <c:LineExtensionAmount>{amount}</c:LineExtensionAmount>{allowance}
            <c:Item><c:Name>Work</c:Name><c:SellersItemIdentification><c:ID>W1</c:ID></c:SellersItemIdentification>
            <c:ClassifiedTaxCategory><c:ID>S</c:ID><c:Percent>20.00</c:Percent></c:ClassifiedTaxCategory></c:Item>
            <c:Price><c:PriceAmount>{price}</c:PriceAmount><c:BaseQuantity>{base}</c:BaseQuantity></c:Price></c:{kind}Line>""";

    @Test
    void an_invoice_says_who_sold_what_to_whom_and_when_it_is_due() {
        CanonicalOrder order = read(invoice("100.00", "20.00", "120.00", "", line("2", "50.00", "1", "100.00", "")));
        assertThat(order.reference()).isEqualTo("R-7");
        assertThat(order.issued()).contains(new CanonicalOrder.IssuedElsewhere("R-7", LocalDate.of(2026, 3, 1), "We Ltd", "DE1234"));
        assertThat(order.dueDate()).contains(LocalDate.of(2026, 3, 31));
        assertThat(order.buyerReference()).isEqualTo("PO 1");
        assertThat(order.notes()).isEqualTo("Thank  you");
        assertThat(order.buyer().name()).isEqualTo("Käufer & Co");
        assertThat(order.buyer().number()).isEqualTo("K-12");
        assertThat(order.buyer().email()).isEqualTo("pay@example.org");
        assertThat(order.buyer().address().lines()).containsExactly("Ringstr. 1", "1010 Wien", "AT");
        OrderLine line = order.lines().getFirst();
        assertThat(line.item()).isEqualTo("W1");
        assertThat(line.unit()).isEqualTo("HUR");
        assertThat(line.tax()).contains(TaxRate.standard("20"));
        assertThat(line.quantity()).isEqualByComparingTo("2");
        assertThat(line.unitPrice().orElseThrow()).isEqualByComparingTo("50");
    }

    @Test
    void a_credit_note_cannot_be_taken_for_a_claim() {
        CanonicalOrder order = read(document("CreditNote", "100.00", "20.00", "120.00", "", line("2", "50.00", "1", "100.00", "")));
        assertThat(order.stated().gross().orElseThrow()).isEqualByComparingTo("-120");
        assertThat(order.lines().getFirst().quantity()).isEqualByComparingTo("-2");
        assertThat(order.lines().getFirst().unitPrice().orElseThrow()).isEqualByComparingTo("50");
    }

    @Test
    void the_amount_of_a_line_counts_where_quantity_and_price_come_to_another() {
        OrderLine line = read(invoice("33.34", "6.67", "40.01", "", line("10", "10.00", "3", "33.34", ""))).lines().getFirst();
        assertThat(line.quantity()).isEqualByComparingTo("1");
        assertThat(line.unitPrice().orElseThrow()).isEqualByComparingTo("33.34");
        assertThat(line.description()).isEqualTo("Work (10 HUR x 10 / 3)");
    }

    @Test
    void an_allowance_that_is_a_plain_share_is_the_lines_discount_and_any_other_a_line() {
        String allowance = "<c:AllowanceCharge><c:ChargeIndicator>false</c:ChargeIndicator><c:AllowanceChargeReason>Loyal"
                + "</c:AllowanceChargeReason><c:Amount>{a}</c:Amount></c:AllowanceCharge>";
        CanonicalOrder share = read(invoice("90", "18", "108", "", line("2", "50", "1", "90", allowance.replace("{a}", "10.00"))));
        assertThat(share.lines()).hasSize(1);
        assertThat(share.lines().getFirst().discountPercent()).isEqualByComparingTo("10");
        CanonicalOrder odd = read(invoice("36.67", "7.33", "44", "", line("2", "35", "1", "36.67", allowance.replace("{a}", "33.33"))));
        assertThat(odd.lines()).extracting(OrderLine::description).containsExactly("Work", "Work: Loyal");
        assertThat(odd.lines().getLast().quantity()).isEqualByComparingTo("-1");
    }

    @Test
    void what_is_rounded_to_be_paid_is_a_line_outside_of_the_tax() {
        CanonicalOrder order = read(invoice("100.20", "20.04", "120.24",
                "<c:PayableRoundingAmount>-0.24</c:PayableRoundingAmount><c:PayableAmount>120.00</c:PayableAmount>",
                line("1", "100.20", "1", "100.20", "")));
        assertThat(order.stated().gross().orElseThrow()).isEqualByComparingTo("120");
        assertThat(order.lines().getLast().tax()).contains(TaxRate.untaxed(TaxCategory.O));
        assertThat(order.lines().getLast().quantity().multiply(order.lines().getLast().unitPrice().orElseThrow()))
                .isEqualByComparingTo(new BigDecimal("-0.24"));
    }

    @Test
    void all_faults_are_told_at_once() {
        String broken = invoice("100", "20", "120", "<c:PayableAmount>119.99</c:PayableAmount>", line("2", "1e5", "1", "100", ""))
                .replace("2026-03-01", "2026-02-30").replace("<c:Percent>20.00<", "<c:Percent>0<");
        assertThat(rules(broken)).contains("einvoice.payable", "einvoice.number", "einvoice.day", "einvoice.tax");
    }

    @Test
    void a_document_type_is_refused_and_with_it_every_entity() {
        assertThat(rules("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Invoice>&b;</Invoice>"))
                .containsExactly("einvoice.doctype");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e").append(i).append(" '&e").append(i - 1).append(";&e").append(i - 1).append(";'>");
        }
        assertThat(rules(bomb + "]><Invoice>&e29;</Invoice>")).containsExactly("einvoice.doctype");
    }

    @Test
    void broken_deep_long_and_foreign_files_are_refused() {
        assertThat(rules("<Invoice")).containsExactly("einvoice.notXml");
        assertThat(rules("")).containsExactly("einvoice.notXml");
        assertThat(rules("<a>".repeat(5000) + "</a>".repeat(5000))).containsExactly("einvoice.notXml");
        assertThat(rules("<Invoice xmlns='urn:other'/>")).containsExactly("einvoice.unknown");
        assertThat(rules(" ".repeat(EInvoiceFile.LONGEST_XML + 1))).containsExactly("einvoice.tooLarge");
        assertThat(rules("%PDF-1.7 and then nothing")).containsExactly("einvoice.pdfBroken");
    }

    @Test
    void a_pdf_is_read_by_the_one_invoice_inside() throws IOException {
        String xml = invoice("100", "20", "120", "", line("2", "50", "1", "100", ""));
        byte[] file = xml.getBytes(StandardCharsets.UTF_8);
        assertThat(EInvoiceFile.read(pdf(Map.of("Factur-X.xml", file, "terms.txt", new byte[] {1})))).isEqualTo(EInvoiceFile.read(file));
        assertThat(rules(pdf(Map.of("terms.xml", file)))).containsExactly("einvoice.pdfWithout");
        assertThat(rules(pdf(Map.of()))).containsExactly("einvoice.pdfWithout");
        assertThat(rules(pdf(Map.of("factur-x.xml", file, "xrechnung.xml", file)))).containsExactly("einvoice.pdfSeveral");
    }

    @Test
    void a_pdf_that_unpacks_to_too_much_or_hides_it_is_not_opened() throws IOException {
        assertThat(rules(pdf(Map.of("factur-x.xml", new byte[70 * 1024 * 1024])))).containsExactly("einvoice.pdfPacked");
        assertThat(rules(pdf(Map.of("factur-x.xml", new byte[EInvoiceFile.LONGEST_XML + 1])))).containsExactly("einvoice.pdfPacked");
        assertThat(rules(new byte[0])).containsExactly("einvoice.notXml");
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(out);
            assertThat(rules(out.toByteArray())).containsExactly("einvoice.pdfPacked");
        }
    }

    private static byte[] pdf(Map<String, byte[]> attachments) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            Map<String, PDComplexFileSpecification> files = new TreeMap<>();
            for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
                PDComplexFileSpecification file = new PDComplexFileSpecification();
                file.setFile(attachment.getKey());
                file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.getValue()), COSName.FLATE_DECODE));
                files.put(attachment.getKey(), file);
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(files);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String invoice(String net, String tax, String gross, String more, String lines) {
        return document("Invoice", net, tax, gross, more, lines);
    }

    private static String document(String kind, String net, String tax, String gross, String more, String lines) {
        return UBL.replace("{net}", net).replace("{tax}", tax).replace("{gross}", gross).replace("{more}", more).replace("{lines}", lines)
                .replace("{kind}", kind).replace("{quantity}", kind.equals("Invoice") ? "InvoicedQuantity" : "CreditedQuantity");
    }

    private static String line(String quantity, String price, String base, String amount, String allowance) {
        return LINE.replace("{q}", quantity).replace("{price}", price).replace("{base}", base).replace("{amount}", amount)
                .replace("{allowance}", allowance);
    }

    private static CanonicalOrder read(String xml) {
        ReadOutcome outcome = EInvoiceFile.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
        return ((ReadOutcome.Read) outcome).orders().getFirst();
    }

    private static List<String> rules(String file) {
        return rules(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(byte[] file) {
        assertThat(EInvoiceFile.read(file)).isInstanceOf(ReadOutcome.Unreadable.class);
        List<Fault> faults = ((ReadOutcome.Unreadable) EInvoiceFile.read(file)).faults();
        assertThat(faults).allSatisfy(fault -> assertThat(fault.remedy(Locale.GERMAN)).isNotBlank());
        return faults.stream().map(Fault::rule).distinct().toList();
    }
}
