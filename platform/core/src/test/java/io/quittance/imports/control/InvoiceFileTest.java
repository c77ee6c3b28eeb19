package io.quittance.imports.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.config.DataFiles;
import io.quittance.imports.CharacterSet;
import io.quittance.imports.DateStyle;
import io.quittance.imports.DecimalSign;
import io.quittance.imports.Delimiter;
import io.quittance.imports.FileFault;
import io.quittance.imports.FileFormat;
import io.quittance.imports.ImportKind;
import io.quittance.imports.RowFault;
import io.quittance.imports.entity.InvoiceCandidate;
import io.quittance.spi.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceFileTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String HEADER = "number,customer_number,issue_date,due_date,amount\n";

    @Test
    void an_open_invoice_is_read_with_exact_dates_and_amount() throws UnreadableFile {
        InvoiceCandidate invoice = only(read(HEADER + "A-1,C-1,2026-01-31,2026-02-28,1234.5\n"));

        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(invoice.gross()).isEqualTo(Money.parse("1234.50", EUR));
        assertThat(invoice.open()).isEqualTo(invoice.gross());
        assertThat(invoice.customerName()).isEqualTo("C-1");
    }

    @Test
    void a_bare_date_of_payment_says_that_all_was_paid() throws UnreadableFile {
        InvoiceCandidate invoice = only(read("number,customer_number,issue_date,due_date,amount,paid_on\n"
                + "A-1,C-1,2026-01-01,2026-02-01,10,2026-02-03\n"));

        assertThat(invoice.paid()).isEqualTo(Money.parse("10", EUR));
        assertThat(invoice.paidOn()).isEqualTo(LocalDate.of(2026, 2, 3));
    }

    @Test
    void an_open_amount_alone_says_what_was_paid() throws UnreadableFile {
        InvoiceCandidate invoice = only(read("number,customer_number,issue_date,due_date,amount,open\n"
                + "A-1,C-1,2026-01-01,2026-02-01,10,3.99\n"));

        assertThat(invoice.paid()).isEqualTo(Money.parse("6.01", EUR));
        assertThat(invoice.paidOn()).isEqualTo(TODAY);
    }

    @Test
    void every_fault_of_a_row_is_named_at_once() throws UnreadableFile {
        ReadFile<InvoiceCandidate> file = read("number,customer_number,issue_date,due_date,amount,currency\n"
                + ",C-1,2026-02-30,31.1.2026,-5,EUR\n");

        assertThat(file.good()).isEmpty();
        assertThat(file.broken().getFirst().faults()).extracting(RowFault::reason, RowFault::column).containsExactly(
                tuple(RowFault.Reason.MISSING, "number"),
                tuple(RowFault.Reason.NOT_A_DATE, "issue_date"),
                tuple(RowFault.Reason.NOT_A_DATE, "due_date"),
                tuple(RowFault.Reason.NOT_POSITIVE, "amount"));
    }

    @Test
    void amounts_that_are_not_exact_are_refused_not_rounded() throws UnreadableFile {
        assertThat(fault("C-1,2026-01-01,2026-01-01,10.005")).isEqualTo(RowFault.Reason.TOO_MANY_DECIMALS);
        assertThat(fault("C-1,2026-01-01,2026-01-01,\"1,234.50\"")).isEqualTo(RowFault.Reason.NOT_AN_AMOUNT);
        assertThat(fault("C-1,2026-01-01,2026-01-01,1e3")).isEqualTo(RowFault.Reason.NOT_AN_AMOUNT);
        assertThat(fault("C-1,2026-01-01,2026-01-01,0")).isEqualTo(RowFault.Reason.NOT_POSITIVE);
        assertThat(only(read(HEADER + "A,C-1,2026-01-01,2026-01-01,10.500\n")).gross()).isEqualTo(Money.parse("10.50", EUR));
    }

    @Test
    void an_unknown_currency_and_a_currency_without_minor_unit_are_refused() throws UnreadableFile {
        String header = "number,customer_number,issue_date,due_date,amount,currency\n";

        assertThat(read(header + "A,C,2026-01-01,2026-01-01,1,EURO\n").broken().getFirst().faults())
                .extracting(RowFault::reason).containsExactly(RowFault.Reason.UNKNOWN_CURRENCY);
        assertThat(read(header + "A,C,2026-01-01,2026-01-01,1,XAU\n").broken()).hasSize(1);
        assertThat(only(read(header + "A,C,2026-01-01,2026-01-01,1500,JPY\n")).gross()).isEqualTo(Money.ofMinor(1500, "JPY"));
        assertThat(only(read(header + "A,C,2026-01-01,2026-01-01,1.234,KWD\n")).gross()).isEqualTo(Money.ofMinor(1234, "KWD"));
    }

    @Test
    void a_number_that_stands_twice_is_refused_the_second_time() throws UnreadableFile {
        ReadFile<InvoiceCandidate> file = read(HEADER + "A,C,2026-01-01,2026-01-01,1\nA,C,2026-01-01,2026-01-01,2\n");

        assertThat(file.good()).hasSize(1);
        assertThat(file.broken().getFirst().faults().getFirst())
                .isEqualTo(RowFault.of(RowFault.Reason.TWICE_IN_FILE, "number", "A", 2));
    }

    @Test
    void paid_and_open_must_add_up() throws UnreadableFile {
        ReadFile<InvoiceCandidate> file = read("number,customer_number,issue_date,due_date,amount,paid,open\n"
                + "A,C,2026-01-01,2026-01-01,10,4,5\n");

        assertThat(file.broken().getFirst().faults()).extracting(RowFault::reason).containsExactly(RowFault.Reason.PARTS_DIFFER);
    }

    @Test
    void german_files_are_read_as_declared() throws UnreadableFile {
        byte[] bytes = "Rechnungsnummer;Kundennummer;Kunde;Rechnungsdatum;Fällig am;Betrag\nR-7;K-1;Müller;1.2.2026;03.03.2026;1234,56\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        FileFormat german = new FileFormat(CharacterSet.ISO_8859_1, Optional.of(Delimiter.SEMICOLON), DateStyle.DAY_MONTH_YEAR_DOTS,
                DecimalSign.COMMA, Map.of(), Optional.of(EUR));

        InvoiceCandidate invoice = only(read(bytes, german));

        assertThat(invoice.customerName()).isEqualTo("Müller");
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(invoice.gross()).isEqualTo(Money.parse("1234.56", EUR));
    }

    @Test
    void bytes_that_are_no_utf_8_refuse_the_file_and_say_where() {
        byte[] bytes = (HEADER + "A,Müller,2026-01-01,2026-01-01,1\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(bytes).reason()).isEqualTo(FileFault.Reason.WRONG_CHARACTERS);
        assertThat(refusal(bytes).details()).containsExactly("UTF-8", String.valueOf(HEADER.length() + 3));
    }

    @Test
    void files_that_are_none_are_refused_with_the_reason() {
        assertThat(refusal("").reason()).isEqualTo(FileFault.Reason.EMPTY);
        assertThat(refusal(" \n").reason()).isEqualTo(FileFault.Reason.EMPTY);
        assertThat(refusal(HEADER).reason()).isEqualTo(FileFault.Reason.NO_ROWS);
        assertThat(refusal("PK\u0003\u0004rest").reason()).isEqualTo(FileFault.Reason.NOT_TEXT);
        assertThat(refusal("a\u0000b").reason()).isEqualTo(FileFault.Reason.NOT_TEXT);
        assertThat(refusal(HEADER + "\"A,C,2026-01-01,2026-01-01,1\n").reason()).isEqualTo(FileFault.Reason.BROKEN_QUOTES);
        assertThat(refusal("number,customer_number\nA,C\n")).isEqualTo(FileFault.of(FileFault.Reason.COLUMN_MISSING, "issue_date",
                "issue_date, invoice_date, date, issued, rechnungsdatum"));
        assertThat(refusal("number,Number\nA,B\n").reason()).isEqualTo(FileFault.Reason.COLUMN_TWICE);
        assertThat(refusal("number;amount,tax\nA;1,2\n").reason()).isEqualTo(FileFault.Reason.DELIMITER_UNCLEAR);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws UnreadableFile {
        assertThat(only(read("\uFEFF" + HEADER + "A,C,2026-01-01,2026-01-01,1\n")).number()).isEqualTo("A");
    }

    @Test
    void a_row_with_too_few_cells_is_broken_and_keeps_its_line() throws UnreadableFile {
        ReadFile<InvoiceCandidate> file = read(HEADER + "\nA,C,2026-01-01,2026-01-01,\"1\"\nB,C\n");

        assertThat(file.good()).hasSize(1);
        assertThat(file.broken()).extracting(row -> row.line()).containsExactly(4);
        assertThat(file.broken().getFirst().faults().getFirst().reason()).isEqualTo(RowFault.Reason.CELL_COUNT);
    }

    @Test
    void the_download_of_broken_rows_defuses_formulas_and_can_be_imported_again() throws UnreadableFile {
        ReadFile<InvoiceCandidate> file = read("number,customer_number,issue_date,due_date,amount,description\n"
                + "=1+1,C,2026-13-01,2026-01-01,-7,\"@SUM(A1), and more\"\n");

        byte[] download = BrokenRowsFile.write(file.table().header(), file.broken(), Locale.ENGLISH);
        String text = new String(download, StandardCharsets.UTF_8);

        assertThat(text).contains("\r\n'=1+1,C,2026-13-01,2026-01-01,-7,\"'@SUM(A1), and more\",2,\"issue_date: \"\"2026-13-01\"\" is "
                + "not a date");
        byte[] corrected = text.replace("2026-13-01,2026-01-01,-7", "2026-01-01,2026-01-02,7").getBytes(StandardCharsets.UTF_8);
        InvoiceCandidate again = only(read(corrected, standard()));
        assertThat(again.number()).isEqualTo("=1+1");
        assertThat(again.description()).isEqualTo("@SUM(A1), and more");
    }

    @Test
    void every_fault_has_a_text_in_both_languages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ImportTexts texts = new ImportTexts(language);
            for (FileFault.Reason reason : FileFault.Reason.values()) {
                assertThat(texts.of(FileFault.of(reason, "x", "y"))).as(reason.name()).isNotBlank().doesNotContain("{");
            }
            for (RowFault.Reason reason : RowFault.Reason.values()) {
                if (reason != RowFault.Reason.REFUSED) {
                    assertThat(texts.of(RowFault.of(reason, "c", "v", "x", "y", "z"))).as(reason.name()).startsWith("c: ")
                            .doesNotContain("{");
                }
            }
        }
    }

    private static RowFault.Reason fault(String cells) throws UnreadableFile {
        return read(HEADER + "A," + cells + "\n").broken().getFirst().faults().getFirst().reason();
    }

    private static InvoiceCandidate only(ReadFile<InvoiceCandidate> file) {
        assertThat(file.broken()).isEmpty();
        assertThat(file.good()).hasSize(1);
        return file.good().getFirst().candidate();
    }

    private static FileFault refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileFault refusal(byte[] bytes) {
        return catchThrowableOfType(UnreadableFile.class, () -> read(bytes, standard())).fault();
    }

    private static ReadFile<InvoiceCandidate> read(String text) throws UnreadableFile {
        return read(text.getBytes(StandardCharsets.UTF_8), standard());
    }

    private static ReadFile<InvoiceCandidate> read(byte[] bytes, FileFormat format) throws UnreadableFile {
        return ReadFile.of(bytes, format, new ImportColumns(new DataFiles()).of(ImportKind.INVOICES), new InvoiceRowReader(EUR, TODAY));
    }

    private static FileFormat standard() {
        return FileFormat.standard();
    }
}
