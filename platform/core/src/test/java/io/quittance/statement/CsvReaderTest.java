package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.statement.boundary.StatementReader;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private static final StatementReader READER = new StatementReader();
    private static final String GERMAN = """
            "Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Gläubiger ID";"Mandatsreferenz";\
            "Kundenreferenz (End-to-End)";\
            "Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
            "DE02120300000000202051";"02.03.26";"03.03.26";"GUTSCHRIFT";"Rechnung INV-7";"";"";"E-7";"Müller; Söhne";\
            "DE89370400440532013000";\
            "COBADEFFXXX";"1.119,00";"EUR";"Umsatz gebucht"
            "DE02120300000000202051";"04.03.26";"04.03.26";"LASTSCHRIFT";"Strom";"DE99";"M-1";"";"Werk";"DE1";\
            "B";"-20,5";"EUR";"Umsatz vorgemerkt"
            """;
    private static final String BRITISH = """
            Account Number,12345678
            Date,Narrative,Debit,Credit,Balance
            31/03/2026,Fee,2.50,,97.50
            28/03/2026,"Smith, J INV-7",,"1,000.00",100.00
            27/03/2026,Rent,1000.00,,-900.00
            """;

    @Test
    void a_german_export_is_understood_by_its_headings() {
        BankStatement statement = Reading.of(GERMAN.getBytes(Charset.forName("windows-1252"))).statements().getFirst();

        assertThat(statement.importable()).isTrue();
        assertThat(statement.account()).isEqualTo("DE02120300000000202051");
        assertThat(Reading.amounts(statement)).containsExactly("1119.00", "-20.50");
        assertThat(statement.entries()).extracting(Entry::status).containsExactly(EntryStatus.BOOKED, EntryStatus.PENDING);
        assertThat(statement.entries().getFirst().counterparty())
                .isEqualTo(new Party("Müller; Söhne", "DE89370400440532013000", "COBADEFFXXX"));
        assertThat(statement.entries().getFirst().references()).containsEntry(ReferenceKind.END_TO_END, "E-7");
        assertThat(statement.entries().getFirst().valueOn()).contains(LocalDate.of(2026, 3, 3));
        assertThat(statement.entries().getFirst().remittance()).contains("Rechnung INV-7");
    }

    @Test
    void separate_columns_and_balances_of_newest_first_are_held_together() {
        BankStatement statement = Reading.one(BRITISH);

        assertThat(Reading.amounts(statement)).containsExactly("-2.50", "1000.00", "-1000.00");
        assertThat(statement.account()).isEqualTo("12345678");
        assertThat(statement.opening().orElseThrow().amount()).hasToString("100.00");
        assertThat(statement.closing().orElseThrow().amount()).hasToString("97.50");
        assertThat(Reading.rules(Reading.of(BRITISH))).containsExactly("statement.noCurrency");
        assertThat(Reading.rules(Reading.of(BRITISH.replace("2.50,,", "2.60,,")))).contains("statement.running");
        assertThat(Reading.rules(Reading.of(BRITISH.replace(",1000.00,,", ",1000.00,5.00,")))).contains("statement.line");
    }

    @Test
    void a_direction_beside_the_amount_gives_the_sign() {
        String dutch = "Datum,Naam / Omschrijving,Rekening,Af Bij,Bedrag (EUR)\n20260302,Jansen,NL1,Bij,\"10,50\"\n"
                + "20260303,Shop,NL1,Af,\"2,25\"\n";

        assertThat(Reading.amounts(Reading.one(dutch))).containsExactly("10.50", "-2.25");
        assertThat(Reading.one(dutch).importable()).isTrue();
        assertThat(Reading.rules(Reading.of(dutch.replace(",Af,", ",??,")))).isNotEmpty();
    }

    @Test
    void what_a_person_confirmed_settles_what_a_guess_cannot() {
        String text = "Date,Description,Amount,Balance\n03/04/2026,INV-7,5.00,5.00\n";
        CsvProfile guess = READER.guess(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        CsvProfile profile = new CsvProfile("", guess.delimiter(), guess.skip(), guess.headings(), DateOrder.MONTH_DAY_YEAR, ".", false,
                "12-34", "USD", guess.columns());

        assertThat(Reading.rules(Reading.of(text))).contains("statement.unclearDays");
        assertThat(READER.read(text.getBytes(StandardCharsets.UTF_8), profile)).isInstanceOfSatisfying(ReadOutcome.Read.class, read -> {
            assertThat(read.file().isImportable()).isTrue();
            assertThat(read.file().statements().getFirst().entries().getFirst().bookedOn()).contains(LocalDate.of(2026, 3, 4));
        });
        assertThat(READER.guess(":20:X\n:25:1\n:60F:C260301EUR1,\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void every_real_export_has_the_lines_and_the_sum_that_its_columns_make() {
        Map<String, String> truth = Map.ofEntries(Map.entry("20180226_12345678.csv", "1 -5.00"),
                Map.entry("TH_20180101-20180523_page_1.csv", "9 -2599.99"), Map.entry("TH_20180101-20180523_strana_1.csv", "9 -2599.99"),
                Map.entry("TH_20180521-20180523.csv", "1 -111.11"), Map.entry("W80844_EBH_201945.202122.csv", "2 940.00"),
                Map.entry("test_BOI_TransactionExport.csv", "27 -419.61"), Map.entry("test_raiffeisen_01.csv", "73 -4580.70"),
                Map.entry("kta_ei.dat", "11 -6152.22"), Map.entry("umsatz-1234________1234-20180227.CSV", "1 -5.00"));
        Samples.files("bank/csv", "").stream().filter(file -> truth.containsKey(file.getFileName().toString())).forEach(file -> {
            List<Entry> entries = Reading.entries(Reading.of(file));
            assertThat(entries.size() + " " + Reading.sum(entries).setScale(2)).as(file.toString())
                    .isEqualTo(truth.get(file.getFileName().toString()));
            assertThat(entries).allMatch(entry -> entry.bookedOn().isPresent());
        });
        assertThat(Reading.of(Samples.files("bank/csv", "strana_1.csv").getFirst()).characterSet()).isEqualTo("windows-1250");
        assertThat(Reading.sum(Reading.entries(Reading.of(Samples.files("bank/csv", "page_1.csv").getFirst()))))
                .isEqualByComparingTo(new BigDecimal("-2599.99"));
    }
}
