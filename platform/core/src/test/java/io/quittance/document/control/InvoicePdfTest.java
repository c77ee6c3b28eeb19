package io.quittance.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import io.quittance.config.ClockSource;
import io.quittance.config.DataFiles;
import io.quittance.document.PdfDocument;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.LineInput;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.boundary.TaxTable;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {

    private static SeContainer beans;

    @BeforeAll
    static void boot() {
        beans = SeContainerInitializer.newInstance().disableDiscovery()
                .addBeanClasses(InvoicePdf.class, InvoicePage.class, ElectronicInvoice.class, PdfPress.class,
                        TaxTable.class, DataFiles.class,
                        ClockSource.class)
                .initialize();
    }

    @AfterAll
    static void stop() {
        beans.close();
    }

    @Test
    void a_german_invoice_shows_every_figure_as_a_german_reader_writes_it() throws IOException {
        String text = text(print("german", view(Locale.GERMAN, List.of(
                new LineInput("Beratung zur Einführung, Workshop mit der Buchhaltung", new BigDecimal("7.5"), "h", new BigDecimal("120"),
                        BigDecimal.TEN, TaxRate.standard("19")),
                LineInput.of("Fachbuch „Forderungen\"", "3", "19.99", TaxRate.standard("7"))), "Vielen Dank für Ihren Auftrag!")));
        assertThat(text).contains("Rechnung", "INV-2026-00042", "2. November 2026", "2. Dezember 2026",
                "Müller & Söhne <GmbH>", "810,00", "59,97", "USt. 19 % auf 810,00", "153,90", "USt. 7 % auf 59,97", "4,20", "1.028,07",
                "DE75 5121 0800 1245 1261 99", "Bitte zahlen Sie", "Verwendungszweck", "Vielen Dank", "Seite 1 / 1");
    }

    @Test
    void many_lines_and_long_texts_flow_over_pages_with_the_header_repeated() throws IOException {
        List<LineInput> lines = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            String text = i % 7 == 0 ? "Line " + i + " " + "with a long explanation of what was done and why it took so long ".repeat(4)
                    : "Line " + i;
            lines.add(LineInput.of(i == 10 ? "x".repeat(200) : text, "2", "1234.5", TaxRate.standard("19")));
        }
        PdfDocument pdf = print("long", view(Locale.ENGLISH, lines, "Thank you."));
        String text = text(pdf);
        assertThat(text).contains("Line 70", "Page 1 / 5", "Page 5 / 5");
        assertThat(text.split("Unit price", -1)).as("heading on every page").hasSizeGreaterThanOrEqualTo(4);
        assertThat(text.replaceAll("\\s", "")).contains("€205,667.70");
    }

    @Test
    void says_why_no_tax_is_charged() throws IOException {
        String text = text(print("reverse", view(Locale.GERMAN,
                List.of(LineInput.of("Service", "1", "100", TaxRate.untaxed(TaxCategory.AE))), "")));
        assertThat(text).contains("Steuerschuldnerschaft des Leistungsempfängers");
    }

    @Test
    void embeds_its_fonts_and_fetches_nothing_from_outside() throws IOException {
        PdfDocument pdf = print("hostile", view(Locale.ENGLISH, List.of(LineInput.of(
                "<img src=\"file:///etc/passwd\"/><style>@import url(http://127.0.0.1:9/x.css);</style>", "1", "1",
                TaxRate.standard("19"))), ""));
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
                assertThat(page.getResources().getXObjectNames()).noneMatch(page.getResources()::isImageXObject);
            }
        }
        assertThat(text(pdf)).contains("etc/passwd");
        assertThat(pdf.fileName()).isEqualTo("Invoice-INV-2026-00042.pdf");
        assertThat(pdf.content().length).as("subset fonts only").isLessThan(80_000);
    }

    /** Read back from the printed page, as a bank's app reads it. */
    @Test
    void the_code_beside_the_bank_details_fills_in_the_transfer() throws IOException, NotFoundException {
        PdfDocument pdf = print("code", view(Locale.GERMAN, List.of(LineInput.of("Beratung", "1", "1234.56", TaxRate.standard("19"))), ""));
        assertThat(text(pdf)).contains("RF36 INV2 0260 0042", "Mit der Banking-App scannen");
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            Result read = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))));
            assertThat(read.getText()).isEqualTo("BCD\n002\n1\nSCT\nSOGEDEFFXXX\nNordwind Großhandel GmbH\nDE75512108001245126199\n"
                    + "EUR1469.13\n\nRF36INV202600042");
        }
    }

    /** Kept under target for people to look at. */
    private static PdfDocument print(String name, InvoiceView invoice) throws IOException {
        PdfDocument pdf = beans.select(InvoicePdf.class).get().of(invoice);
        Path folder = Files.createDirectories(Path.of("target", "invoices"));
        Files.write(folder.resolve(name + ".pdf"), pdf.content());
        return pdf;
    }

    private static String text(PdfDocument pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replace('\u202f', ' ');
        }
    }

    private static InvoiceView view(Locale language, List<LineInput> lines, String notes) {
        return SamplePapers.invoice(language, InvoiceTotals.of(lines, SamplePapers.EUR), notes, Optional.empty());
    }
}
