package io.quittance.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import io.quittance.config.ClockSource;
import io.quittance.config.DataFiles;
import io.quittance.customer.PostalAddress;
import io.quittance.document.PdfDocument;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.boundary.TaxTable;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Held to the official schema and Schematron of EN 16931 and to veraPDF. */
class ElectronicInvoiceTest {

    private static final TaxRate FULL = TaxRate.standard("19");
    private static final TaxRate REDUCED = TaxRate.standard("7");
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = new ValidationExecutorSetRegistry<>();
    private static SeContainer beans;

    @BeforeAll
    static void boot() {
        beans = SeContainerInitializer.newInstance().disableDiscovery()
                .addBeanClasses(InvoicePdf.class, CreditNotePdf.class, InvoicePage.class, ElectronicInvoice.class, PdfPress.class,
                        TaxTable.class, DataFiles.class, ClockSource.class)
                .initialize();
        EN16931Validation.initEN16931(RULES);
        VeraGreenfieldFoundryProvider.initialise();
    }

    @AfterAll
    static void stop() {
        beans.close();
    }

    @Test
    void an_invoice_with_discounts_on_lines_and_for_early_payment_is_valid_and_says_all_of_it() {
        InvoiceTotals totals = InvoiceTotals.of(lines(), SamplePapers.EUR);
        String xml = xml(invoice(totals, offer(totals, DiscountTerms.TaxMode.INCLUDED)));
        assertThat(broken(xml)).isEmpty();
        assertThat(xml).contains("<ram:TypeCode>380</ram:TypeCode>", "<ram:ChargeAmount>120</ram:ChargeAmount>",
                "<ram:ActualAmount>12</ram:ActualAmount>", "<ram:ChargeAmount>108</ram:ChargeAmount>",
                "unitCode=\"HUR\">7.5<", "#SKONTO#TAGE=10#PROZENT=2.00#\n", "dürfen Sie 2 %",
                "<ram:IBANID>DE75512108001245126199</ram:IBANID>", "<ram:PaymentReference>RF36INV202600042</ram:PaymentReference>",
                "<ram:BuyerReference>PO-4711</ram:BuyerReference>", "<ram:DuePayableAmount>1028.07</ram:DuePayableAmount>",
                "Müller &amp; Söhne &lt;GmbH&gt;");
        String excluded = xml(invoice(totals, offer(totals, DiscountTerms.TaxMode.EXCLUDED)));
        assertThat(broken(excluded)).isEmpty();
        assertThat(excluded).contains("#SKONTO#TAGE=10#PROZENT=2.00#BASISBETRAG=869.97#\n");
    }

    @Test
    void prices_with_tax_are_stated_net_and_the_cent_left_over_is_the_rounding_amount() {
        InvoiceTotals totals = InvoiceTotals.of(List.of(LineInput.of("Tisch", "1", "119.03", FULL),
                new LineInput("Buch", new BigDecimal("3"), "", new BigDecimal("9.99"), new BigDecimal("12.5"), REDUCED)), SamplePapers.EUR,
                PriceMode.GROSS);
        String xml = xml(invoice(totals, Optional.empty()));
        assertThat(broken(xml)).isEmpty();
        assertThat(xml).contains("<ram:RoundingAmount>0.01</ram:RoundingAmount>",
                "<ram:DuePayableAmount>" + totals.gross().toDecimal() + "</ram:DuePayableAmount>",
                "<ram:ChargeAmount>100.02</ram:ChargeAmount>");
    }

    @Test
    void a_credit_note_names_the_invoice_that_it_corrects() {
        InvoiceTotals totals = InvoiceTotals.of(lines(), SamplePapers.EUR);
        String xml = beans.select(ElectronicInvoice.class).get().of(SamplePapers.credit(Locale.GERMAN, totals)).orElseThrow();
        assertThat(broken(xml)).isEmpty();
        assertThat(xml).contains("<ram:TypeCode>381</ram:TypeCode>", "<ram:IssuerAssignedID>INV-2026-00042</ram:IssuerAssignedID>",
                "<qdt:DateTimeString format=\"102\">20261102</qdt:DateTimeString>", "Grund: Ware beschädigt &amp; zurückgenommen");
        assertThat(xml).doesNotContain("IBANID");
    }

    @Test
    void whoever_owes_no_tax_is_told_why() {
        for (TaxCategory category : List.of(TaxCategory.AE, TaxCategory.E, TaxCategory.G, TaxCategory.Z, TaxCategory.O)) {
            InvoiceTotals totals = InvoiceTotals.of(List.of(LineInput.of("Service", "1", "100", TaxRate.untaxed(category))),
                    SamplePapers.EUR);
            Optional<String> xml = beans.select(ElectronicInvoice.class).get().of(invoice(totals, Optional.empty()));
            assertThat(broken(xml.orElseThrow())).as(category.name()).isEmpty();
        }
    }

    @Test
    void there_is_none_where_the_standard_asks_for_what_is_not_known() {
        InvoiceTotals totals = InvoiceTotals.of(lines(), SamplePapers.EUR);
        Seller untaxed = new Seller("Shop", "", "", SamplePapers.SELLER.address(), "", "", "", "");
        Seller local = new Seller("Shop", "21/815/08150", "", SamplePapers.SELLER.address(), "", "", "", "");
        assertThat(electronic(totals, local, SamplePapers.BUYER)).isEmpty();
        Seller registered = new Seller("Shop", "21/815/08150", "", SamplePapers.SELLER.address(), "HRB 1", "", "", "");
        assertThat(broken(electronic(totals, registered, SamplePapers.BUYER).orElseThrow())).isEmpty();
        Party nowhere = new Party("Buyer", "", "", PostalAddress.NONE);
        assertThat(electronic(totals, untaxed, SamplePapers.BUYER)).isEmpty();
        assertThat(electronic(totals, SamplePapers.SELLER, nowhere)).isEmpty();
        Currency dinar = Currency.getInstance("KWD");
        assertThat(electronic(InvoiceTotals.of(lines(), dinar), SamplePapers.SELLER, SamplePapers.BUYER)).isEmpty();
        InvoiceTotals within = InvoiceTotals.of(List.of(LineInput.of("Goods", "1", "1", TaxRate.untaxed(TaxCategory.K))), SamplePapers.EUR);
        assertThat(electronic(within, SamplePapers.SELLER, SamplePapers.BUYER)).isEmpty();
    }

    @Test
    void whatever_the_lines_both_kinds_of_prices_are_valid_in_currencies_with_and_without_decimals() {
        Random random = new Random(16931);
        for (int round = 0; round < 24; round++) {
            List<LineInput> inputs = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                inputs.add(new LineInput("Ware " + i, BigDecimal.valueOf(1 + random.nextInt(90_000), 3), "h",
                        BigDecimal.valueOf(1 + random.nextInt(9_999_999), 4),
                        BigDecimal.valueOf(random.nextInt(3) * random.nextInt(5_000), 2),
                        List.of(FULL, REDUCED, TaxRate.standard("5.5"), TaxRate.untaxed(TaxCategory.E)).get(random.nextInt(4))));
            }
            inputs.add(LineInput.of("Anzahlung", "-1", "0.03", FULL));
            inputs.add(LineInput.of("Grundpreis", "1", "50", FULL));
            Currency currency = Currency.getInstance(round % 3 == 0 ? "JPY" : "EUR");
            InvoiceTotals totals = InvoiceTotals.of(inputs, currency, round % 2 == 0 ? PriceMode.GROSS : PriceMode.NET);
            String xml = xml(invoice(totals, Optional.empty()));
            assertThat(broken(xml)).as(xml).isEmpty();
        }
    }

    @Test
    void both_documents_are_archivable_with_the_file_inside_as_factur_x_wants_it() throws IOException, ModelParsingException,
            EncryptedPdfException, ValidationException {
        InvoiceTotals totals = InvoiceTotals.of(lines(), SamplePapers.EUR);
        InvoiceView invoice = invoice(totals, offer(totals, DiscountTerms.TaxMode.INCLUDED));
        assertThat(embedded(beans.select(InvoicePdf.class).get().of(invoice))).isEqualTo(xml(invoice));
        PdfDocument credit = beans.select(CreditNotePdf.class).get().of(SamplePapers.credit(Locale.ENGLISH, totals));
        assertThat(embedded(credit)).contains("<ram:TypeCode>381</ram:TypeCode>");
        PdfDocument without = beans.select(InvoicePdf.class).get().of(SamplePapers.invoice(Locale.ENGLISH,
                InvoiceTotals.of(lines(), Currency.getInstance("KWD")), "Ωμέγα Жук", Optional.empty()));
        assertThat(unarchivable(without)).isEmpty();
    }

    private static String embedded(PdfDocument pdf) throws IOException, ModelParsingException, EncryptedPdfException,
            ValidationException {
        assertThat(unarchivable(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            PDComplexFileSpecification file = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("factur-x.xml");
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Alternative");
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            assertThat(associated.getObject(0)).isSameAs(file.getCOSObject());
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>", "Nordwind Großhandel GmbH");
            return new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    /** What keeps it from being PDF/A-3u. */
    private static List<String> unarchivable(PdfDocument pdf) throws IOException, ModelParsingException, EncryptedPdfException,
            ValidationException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf.content()), PDFAFlavour.PDFA_3_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_U, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage()).toList();
        }
    }

    /** What the schema and the rules of EN 16931 find wrong. */
    private static List<String> broken(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            IValidationSourceXML source = ValidationSourceXML.create(null,
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
            ValidationResultList result = ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(),
                    RULES.getOfID(EN16931Validation.VID_CII_1316), source);
            assertThat(result.size()).as("the schema and the rules were tried").isGreaterThanOrEqualTo(2);
            return result.getAllFailures().stream().map(Object::toString).toList();
        } catch (ParserConfigurationException | SAXException | IOException wrong) {
            throw new AssertionError("not even XML: " + xml, wrong);
        }
    }

    private static Optional<String> electronic(InvoiceTotals totals, Seller seller, Party buyer) {
        return beans.select(ElectronicInvoice.class).get().of(SamplePapers.invoice(Locale.ENGLISH, totals, "", Optional.empty(), seller,
                buyer));
    }

    private static String xml(InvoiceView invoice) {
        return beans.select(ElectronicInvoice.class).get().of(invoice).orElseThrow();
    }

    private static InvoiceView invoice(InvoiceTotals totals, Optional<DiscountOffer> discount) {
        return SamplePapers.invoice(Locale.GERMAN, totals, "Vielen Dank!", discount);
    }

    private static Optional<DiscountOffer> offer(InvoiceTotals totals, DiscountTerms.TaxMode mode) {
        return DiscountOffer.of(new DiscountTerms(new BigDecimal("2"), 10, mode), SamplePapers.ISSUED, totals);
    }

    private static List<LineInput> lines() {
        return List.of(new LineInput("Beratung zur Einführung\nmit der Buchhaltung", new BigDecimal("7.5"), "h", new BigDecimal("120"),
                BigDecimal.TEN, FULL), LineInput.of("Fachbuch „Forderungen\"", "3", "19.99", REDUCED));
    }
}
