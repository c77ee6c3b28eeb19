package io.quittance.document.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quittance.config.ClockSource;
import io.quittance.config.DataFiles;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.boundary.TaxTable;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Held to the general renderer of the same markup: as many pages, and the same words on them. */
class TypesetterTest {

    private static SeContainer beans;
    private static InvoicePage page;

    @BeforeAll
    static void boot() {
        beans = SeContainerInitializer.newInstance().disableDiscovery()
                .addBeanClasses(InvoicePage.class, PdfPress.class, TaxTable.class, DataFiles.class, ClockSource.class).initialize();
        page = beans.select(InvoicePage.class).get();
        beans.select(PdfPress.class).get().print(page.xhtml(SamplePapers.credit(Locale.GERMAN, totals(1, PriceMode.NET))));
    }

    @AfterAll
    static void stop() {
        beans.close();
    }

    @Test
    void invoices_of_any_length_say_word_for_word_what_the_general_renderer_says() throws IOException {
        for (int lines : new int[] {1, 7, 31, 70}) {
            InvoiceTotals totals = totals(lines, lines % 2 == 0 ? PriceMode.GROSS : PriceMode.NET);
            Optional<DiscountOffer> offer = DiscountOffer.of(new DiscountTerms(new BigDecimal("2"), 10, DiscountTerms.TaxMode.INCLUDED),
                    SamplePapers.ISSUED, totals);
            assertSame(page.xhtml(SamplePapers.invoice(Locale.GERMAN, totals, "Vielen Dank!\n\nBis bald.", offer)));
        }
    }

    @Test
    void credit_notes_say_it_too_and_in_other_alphabets() throws IOException {
        assertSame(page.xhtml(SamplePapers.credit(Locale.ENGLISH, totals(3, PriceMode.GROSS))));
        assertSame(page.xhtml(SamplePapers.credit(Locale.GERMAN, InvoiceTotals.of(List.of(
                LineInput.of("Ωμέγα Жук Łódź Ở đâu € ₤ → ©", "1", "100", TaxRate.untaxed(TaxCategory.AE))), SamplePapers.EUR))));
    }

    @Test
    void a_word_longer_than_a_line_goes_on_in_the_next() throws IOException {
        byte[] pdf = beans.select(PdfPress.class).get().print(page.xhtml(SamplePapers.invoice(Locale.ENGLISH, totals(1, PriceMode.NET),
                "x".repeat(300), Optional.empty())));
        assertThat(words(pdf)).filteredOn(word -> word.matches("x+")).hasSizeGreaterThan(2)
                .satisfies(parts -> assertThat(String.join("", parts)).hasSize(300));
    }

    @Test
    void what_it_has_no_letters_for_is_left_to_the_general_renderer() throws IOException {
        String xhtml = page.xhtml(SamplePapers.credit(Locale.ENGLISH, InvoiceTotals.of(List.of(
                LineInput.of("Arrow ⇨ and ⚙ gear", "1", "100", TaxRate.standard("19"))), SamplePapers.EUR)));
        assertThat(FontSet.isEuropean(xhtml)).isFalse();
        assertThat(words(beans.select(PdfPress.class).get().print(xhtml))).contains("⚙", "gear");
    }

    @Test
    void a_line_that_no_page_holds_is_left_to_the_general_renderer() throws IOException {
        String endless = page.xhtml(SamplePapers.credit(Locale.ENGLISH, InvoiceTotals.of(List.of(
                LineInput.of("row\n".repeat(90), "1", "100", TaxRate.standard("19"))), SamplePapers.EUR)));
        assertThat(words(beans.select(PdfPress.class).get().print(endless))).filteredOn("row"::equals).hasSize(90);
    }

    private static void assertSame(String xhtml) throws IOException {
        byte[] set = PdfPress.set(PdfPress.parse(xhtml), new FontSet(), Optional.empty(), Optional.empty());
        byte[] rendered = PdfPress.rendered(PdfPress.parse(xhtml), new FontSet(), Optional.empty(), Optional.empty());
        assertThat(words(set)).isEqualTo(words(rendered));
        try (PDDocument ours = Loader.loadPDF(set); PDDocument theirs = Loader.loadPDF(rendered)) {
            assertThat(ours.getNumberOfPages()).isEqualTo(theirs.getNumberOfPages());
            assertThat(ours.getDocumentInformation().getTitle()).isEqualTo(theirs.getDocumentInformation().getTitle());
            for (PDPage each : ours.getPages()) {
                assertThat(each.getMediaBox().getWidth()).isCloseTo(theirs.getPage(0).getMediaBox().getWidth(), within(1f));
            }
        }
    }

    private static List<String> words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Stream.of(new PDFTextStripper().getText(document).split("\\s+")).sorted().toList();
        }
    }

    private static InvoiceTotals totals(int count, PriceMode prices) {
        Random random = new Random(count);
        List<LineInput> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = i % 7 == 3 ? "Zeile " + i + " " + "mit einer langen Erklärung dessen, was getan wurde, ".repeat(4)
                    : i % 11 == 5 ? "Zeile\n  eingerückt " + i + "\n" + "x".repeat(20) : "Zeile " + i;
            lines.add(new LineInput(text, BigDecimal.valueOf(1 + random.nextInt(90), 1), i % 3 == 0 ? "h" : "",
                    BigDecimal.valueOf(random.nextInt(999_999), 2), BigDecimal.valueOf(random.nextInt(2) * 5L),
                    TaxRate.standard(i % 2 == 0 ? "19" : "7")));
        }
        return InvoiceTotals.of(lines, SamplePapers.EUR, prices);
    }
}
