package io.quittance.imports.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.config.DataFiles;
import io.quittance.order.Acceptance;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelSettings;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import io.quittance.order.UnknownBuyer;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OrderFileTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final OrderFile reader = new OrderFile(new ImportColumns(new DataFiles()));

    @Test
    void rows_with_one_reference_are_the_lines_of_one_order() {
        List<CanonicalOrder> orders = ((ReadOutcome.Read) csv(Map.of("currency", "EUR"), """
                order_no;email;customer;sku;menge;preis;vat_rate;total;order_date
                A-1;ada@example.com;Ada;CH-1;2;50.00;19;178.50;2026-11-20
                A-1;;;DE-9;1;50.00;19;;
                A-2;bob@example.com;Bob;CH-1;1;12.345;0;12.35;
                """)).orders();
        assertThat(orders).extracting(CanonicalOrder::reference).containsExactly("A-1", "A-2");
        CanonicalOrder first = orders.getFirst();
        assertThat(first.lines()).extracting(line -> line.item() + " " + line.quantity()).containsExactly("CH-1 2", "DE-9 1");
        assertThat(first.stated().gross()).hasValueSatisfying(gross -> assertThat(gross).isEqualByComparingTo("178.50"));
        assertThat(first.currency()).isEqualTo("EUR");
        assertThat(first.orderedOn()).contains(LocalDate.parse("2026-11-20"));
        assertThat(first.prices()).isEqualTo(PriceMode.NET);
        assertThat(orders.get(1).lines().getFirst().tax()).contains(TaxRate.untaxed(TaxCategory.Z));
    }

    @Test
    void an_order_with_a_broken_row_is_left_out_as_a_whole_and_each_fault_names_row_and_column() {
        ReadOutcome.Read read = (ReadOutcome.Read) csv(Map.of(), """
                reference,quantity,unit_price,order_date
                A,1,5,2026-01-01
                A,zwei,5,
                B,1,5,01.02.2026
                C,1,5,
                """);
        assertThat(read.orders()).extracting(CanonicalOrder::reference).containsExactly("C");
        assertThat(read.unreadable()).extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactly("row[3].quantity import.row.NOT_AN_AMOUNT", "row[4].ordered_on import.row.NOT_A_DATE");
        assertThat(read.unreadable()).allSatisfy(OrderFileTest::worded);
    }

    @Test
    void the_account_says_how_its_files_are_written() {
        ReadOutcome outcome = csv(Map.of("dates", "DAY_MONTH_YEAR_DOTS", "decimals", "COMMA", "delimiter", "SEMICOLON",
                "column.reference", "Vorgang", "column.unit_price", "Betrag"), """
                Vorgang;Betrag;Bestelldatum;Rechnungsnummer;Rechnungsdatum
                7;1234,56;1.2.2026;R-7;3.2.2026
                """);
        CanonicalOrder order = ((ReadOutcome.Read) outcome).orders().getFirst();
        assertThat(order.lines().getFirst().unitPrice()).hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("1234.56"));
        assertThat(order.issued()).contains(new CanonicalOrder.IssuedElsewhere("R-7", LocalDate.parse("2026-02-03"), "", ""));
        assertThat(faults(csv(Map.of("column.nothing", "x"), "reference\n1\n"))).extracting(Fault::rule)
                .containsExactly("import.file.UNKNOWN_COLUMN_MAPPED");
        assertThat(faults(csv(Map.of(), "item\n1\n"))).extracting(Fault::rule).containsExactly("import.file.COLUMN_MISSING");
    }

    @Test
    void a_spreadsheet_reads_as_the_same_rows_in_a_file_would() {
        byte[] book = zip(workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>unit_price</t></is></c>
                  <c r="D1" t="str"><v>order_date</v></c><c r="E1" t="s"><v>2</v></c></row>
                <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>3</v></c><c r="C2"><f>1+1</f><v>119.00000000000001</v></c>
                  <c r="D2" s="1"><v>46346</v></c><c r="E2" t="b"><v>1</v></c></row>
                <row r="3"/>
                <row r="4"><c r="A4"><v>4711</v></c><c r="C4"><v>1E-2</v></c><c r="D4" s="2"><v>46347.75</v></c></row>
                """));
        ReadOutcome outcome = reader.read(account(Map.of("decimals", "COMMA", "dates", "DAY_MONTH_YEAR_DOTS")),
                new Payload(XLSX, "orders.xlsx", book));
        List<CanonicalOrder> orders = ((ReadOutcome.Read) outcome).orders();
        assertThat(orders).extracting(CanonicalOrder::reference).containsExactly("A & B", "4711");
        assertThat(orders).extracting(order -> order.lines().getFirst().unitPrice().orElseThrow().toPlainString())
                .containsExactly("119", "0.01");
        assertThat(orders).extracting(order -> order.orderedOn().orElseThrow()).containsExactly(LocalDate.parse("2026-11-20"),
                LocalDate.parse("2026-11-21"));
        assertThat(orders).extracting(order -> order.buyer().business()).containsExactly(true, false);
    }

    @Test
    void a_spreadsheet_that_would_not_end_or_is_none_is_refused() {
        Map<String, byte[]> bomb = workbook("<row/>");
        bomb.put("xl/media/zeros.bin", new byte[51 * 1024 * 1024]);
        assertThat(faults(xlsx(zip(bomb)))).extracting(Fault::rule).containsExactly("import.file.TOO_LARGE");
        assertThat(faults(xlsx("PK no".getBytes(StandardCharsets.UTF_8)))).extracting(Fault::rule).containsExactly("import.file.NOT_TEXT");
        assertThat(faults(xlsx(zip(Map.of("word/document.xml", new byte[1]))))).extracting(Fault::rule)
                .containsExactly("import.file.NOT_TEXT");
        assertThat(faults(xlsx(zip(workbook("<row><c t=\"e\"><v>#REF!</v></c></row>"))))).extracting(Fault::rule)
                .containsExactly("import.file.NOT_TEXT");
        assertThat(faults(xlsx(zip(workbook("<row><c><v>1</v></c></row>"))))).extracting(Fault::rule)
                .containsExactly("import.file.NO_ROWS");
        Map<String, byte[]> entity = workbook("");
        entity.put("xl/worksheets/sheet7.xml", ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row>"
                + "<c t=\"str\"><v>&e;</v></c></row><row><c><v>1</v></c></row></sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
        assertThat(xlsx(zip(entity))).isInstanceOf(ReadOutcome.Unreadable.class);
    }

    private static void worded(Fault fault) {
        assertThat(fault.remedy(Locale.ENGLISH)).isNotBlank().isNotEqualTo(fault.remedy(Locale.GERMAN));
    }

    private static List<Fault> faults(ReadOutcome outcome) {
        List<Fault> faults = ((ReadOutcome.Unreadable) outcome).faults();
        faults.forEach(OrderFileTest::worded);
        return faults;
    }

    private ReadOutcome csv(Map<String, String> options, String text) {
        Payload payload = new Payload("text/csv", "orders.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reader.reads(account(options), payload)).isTrue();
        return reader.read(account(options), payload);
    }

    private ReadOutcome xlsx(byte[] bytes) {
        return reader.read(account(Map.of()), new Payload(XLSX, "", bytes));
    }

    private static ChannelAccount account(Map<String, String> options) {
        return new ChannelAccount(new ChannelId(1), ChannelKind.FILE, true, new ChannelSettings("Files", Acceptance.DRAFT,
                ZoneId.of("UTC"), UnknownBuyer.CREATE, options), Set.of(), Instant.EPOCH);
    }

    private static Map<String, byte[]> workbook(String rows) {
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        Map<String, byte[]> parts = new TreeMap<>();
        put(parts, "xl/workbook.xml", "<workbook " + main + " xmlns:r=\"urn:r\"><sheets><sheet name=\"old\" state=\"hidden\" r:id=\"r1\"/>"
                + "<sheet name=\"new\" r:id=\"r7\"/></sheets></workbook>");
        put(parts, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"r7\" Target=\"worksheets/sheet7.xml\"/></Relationships>");
        put(parts, "xl/sharedStrings.xml", "<sst " + main + "><si><t>reference</t></si><si><t>quantity</t></si><si><r><t>busi</t></r><r>"
                + "<t>ness</t></r><rPh><t>x</t></rPh></si><si><t>A &amp; B</t></si></sst>");
        put(parts, "xl/styles.xml", "<styleSheet " + main + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-407]d/ mmm yyyy\"/>"
                + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                + "<xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        put(parts, "xl/worksheets/sheet7.xml", "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
