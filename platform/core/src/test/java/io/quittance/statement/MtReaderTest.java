package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtReaderTest {

    private static final String HEAD = ":20:X\n:25:DE02120300000000202051\n:28C:5/1\n:60F:C260301EUR100,00\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"C12,34NTRF | 12.34", "D12,34NTRF | -12.34", "RC12,34NTRF | -12.34", "RD12,34NTRF | 12.34",
        "CR12,NMSC | 12.00", "DR,5NMSC | none", "C12.34NTRF | 12.34", "C1.234,5NTRF | 1234.50", "D000000000012,3 | -12.30"})
    void marks_and_decimal_signs_give_the_signed_amount(String said, String amount) {
        StatementFile file = Reading.of(HEAD + ":61:260302" + said + "\n:62F:C260302EUR0,\n-");

        assertThat(Reading.amounts(file.statements().getFirst())).isEqualTo(
                amount.equals("none") ? java.util.List.of() : java.util.List.of(amount));
    }

    @Test
    void announced_entries_are_pending_and_do_not_count_in_the_balance() {
        StatementFile file = Reading.of(HEAD + ":61:260302EC12,NTRF\n:61:260302ED2,NTRF\n:62F:C260302EUR100,\n-");

        assertThat(Reading.entries(file)).extracting(Entry::status).containsOnly(EntryStatus.PENDING);
        assertThat(Reading.entries(file)).extracting(entry -> entry.amount().toPlainString()).containsExactly("12.00", "-2.00");
        assertThat(file.isImportable()).isTrue();
    }

    @Test
    void currencies_keep_their_own_number_of_decimals() {
        assertThat(Reading.one(":20:X\n:25:1\n:60F:C260301JPY1000,\n:61:260302C5,NTRF\n:62F:C260302JPY1005,\n").closing().orElseThrow()
                .amount()).hasToString("1005");
        assertThat(Reading.one(":20:X\n:25:1\n:60F:C260301KWD1,5\n:61:260302D0,125NTRF\n:62F:C260302KWD1,375\n").entries().getFirst()
                .amount()).hasToString("-0.125");
        assertThat(Reading.rules(Reading.of(":20:X\n:25:1\n:60F:C260301EUR1,\n:61:260302D0,125NTRF\n:62F:C260302EUR0,875\n")))
                .containsExactly("statement.decimals");
    }

    @Test
    void an_entry_around_new_year_gets_the_nearest_year() {
        Entry entry = Reading.one(HEAD + ":61:2601021231C1,NTRF\n:62F:C260102EUR101,\n").entries().getFirst();

        assertThat(entry.valueOn()).contains(LocalDate.of(2026, 1, 2));
        assertThat(entry.bookedOn()).contains(LocalDate.of(2025, 12, 31));
    }

    @Test
    void blocks_of_swift_may_be_there_or_not() {
        String body = HEAD.replace("\n", "\r\n") + ":61:2603020302C5,NTRFA//B\r\n:86:INV-7\r\n:62F:C260302EUR105,\r\n";
        String blocks = "{1:F01AAAABBCCAXXX0000000000}{2:I940AAAABBCCXXXXN}{4:\r\n" + body + "-}{5:{CHK:123456789ABC}}\r\n";

        assertThat(Reading.of(blocks + blocks.replace(":28C:5", ":28C:6")).statements()).hasSize(2)
                .allMatch(BankStatement::importable);
        assertThat(Reading.one(body + "-}\r\n\u001a").entries()).isEqualTo(Reading.one(body).entries());
    }

    @Test
    void german_sub_fields_give_references_and_the_other_party() {
        Entry entry = Reading.one(HEAD + """
                :61:2603020302C119,00NTRFNONREF//B1
                :86:166?00GUTSCHRIFT?109075?20EREF+INV-2026-7?21KREF+K1?22MREF+M1?23SVWZ+
                Rechnung Nr INV-2026-0?24007 danke?30COBADEFFXXX?31DE89370400440532013000
                ?32Muster und Sohn?33 GmbH?34914
                :62F:C260302EUR219,00
                -
                """).entries().getFirst();

        assertThat(entry.references()).containsEntry(ReferenceKind.BANK, "B1").containsEntry(ReferenceKind.END_TO_END, "INV-2026-7")
                .containsEntry(ReferenceKind.CUSTOMER, "K1").containsEntry(ReferenceKind.MANDATE, "M1");
        assertThat(entry.counterparty()).isEqualTo(new Party("Muster und Sohn GmbH", "DE89370400440532013000", "COBADEFFXXX"));
        assertThat(entry.code()).isEqualTo("166");
        assertThat(entry.returnReason()).isEqualTo("914");
        assertThat(entry.remittance()).contains("Rechnung Nr INV-2026-0007 danke");
    }

    @Test
    void dutch_words_between_slashes_give_references_and_the_other_party() {
        Entry entry = Reading.one(HEAD + """
                :61:2603020302C10,NTRFEREF//B1
                :86:/EREF/E-1//MARF/M-1//CSID/NL99ZZZ//CNTP/NL32INGB0000012345/INGBNL2A/
                J. Jansen///REMI/USTD//Factuur 7/
                :62F:C260302EUR110,00
                -""").entries().getFirst();

        assertThat(entry.references()).containsEntry(ReferenceKind.END_TO_END, "E-1").containsEntry(ReferenceKind.CREDITOR_ID, "NL99ZZZ");
        assertThat(entry.counterparty()).isEqualTo(new Party("J. Jansen", "NL32INGB0000012345", "INGBNL2A"));
        assertThat(entry.remittance()).contains("Factuur 7");
    }

    @Test
    void what_is_missing_or_left_over_is_said_and_not_imported() {
        assertThat(Reading.rules(Reading.of(HEAD + ":61:260302C1,NTRF\n"))).containsExactly("statement.noClosing");
        assertThat(Reading.rules(Reading.of(HEAD + ":61:26XX02C1,NTRF\n:62F:C260302EUR100,\n"))).containsExactly("statement.line");
        assertThat(Reading.rules(Reading.of(HEAD + ":62F:C260302USD100,\n"))).containsExactly("statement.currency");
        assertThat(Reading.rules(Reading.of(HEAD + ":62F:C260302EUR100,\n-\n:61:260302C1,NTRF\n"))).contains("statement.stray");
        assertThat(Reading.rules(Reading.of(":20:X\n:25:1\n:34F:EUR0,\n:13D:2603021200+0100\n:61:260302D1,NTRF\n:90D:1EUR2,\n-")))
                .containsExactly("statement.total");
    }

    @Test
    void the_character_set_is_found() {
        String text = HEAD + ":61:260302C1,NTRF\n:86:Müller & Söhne, Straße für Größe\n:62F:C260302EUR101,\n";
        for (String set : new String[] {"UTF-8", "windows-1252", "IBM850", "UTF-16LE", "UTF-16"}) {
            assertThat(Reading.entries(Reading.of(text.getBytes(Charset.forName(set)))).getFirst().remittance()).as(set)
                    .containsExactly("Müller & Söhne, Straße für Größe");
        }
    }
}
