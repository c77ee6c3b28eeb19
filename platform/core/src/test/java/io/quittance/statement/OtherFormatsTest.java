package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** OFX, QIF, BAI2, CODA and NACHA in files of our own. */
class OtherFormatsTest {

    private static final String OFX = """
            OFXHEADER:100
            DATA:OFXSGML

            <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>123</BANKACCTFROM><BANKTRANLIST>
            <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260302235959[-8:PST]<TRNAMT>1.234,50<FITID>F1<NAME>Smith &amp; Co<MEMO>INV-7</STMTTRN>
            <STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260303<TRNAMT>-2,5<FITID>F2<NAME><MEMO>fee
            </BANKTRANLIST><LEDGERBAL><BALAMT>99<DTASOF>20260303</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
            """;
    private static final String BAI = """
            01,SENDER,US,260302,0900,1,,,2/
            02,US,SENDER,1,260301,,,/
            03,555,,010,10000,,,015,12050,,,100,2500,1,Z/
            88,400,450,1,Z/
            16,195,2500,S,2500,0,0,BR1,CR1,WIRE, FROM INV-7/
            16,475,450,V,260303,,BR2,,CHEQUE/
            88,NUMBER 12/
            49,27950,6/
            98,27950,1,8/
            99,27950,1,10/
            """;

    @Test
    void ofx_without_end_tags_and_with_commas_is_read() {
        BankStatement statement = Reading.one(OFX);

        assertThat(statement.importable()).isTrue();
        assertThat(Reading.amounts(statement)).containsExactly("1234.50", "-2.50");
        assertThat(statement.entries().getFirst().bookedOn()).contains(LocalDate.of(2026, 3, 2));
        assertThat(statement.entries().getFirst().counterparty().name()).isEqualTo("Smith & Co");
        assertThat(statement.entries().getLast().remittance()).containsExactly("fee");
        assertThat(statement.closing().orElseThrow().amount()).hasToString("99.00");
    }

    @Test
    void ofx_that_was_cut_or_is_in_another_currency_is_not_imported() {
        assertThat(Reading.rules(Reading.of(OFX.replace("</OFX>", "")))).containsExactly("statement.cut");
        assertThat(Reading.rules(Reading.of(OFX.replace("<FITID>F2", "<FITID>F2<CURRENCY><CURSYM>USD</CURRENCY>"))))
                .containsExactly("statement.currency");
        assertThat(Reading.rules(Reading.of(OFX.replaceFirst("<STMTTRN>", "<STMTXRN>")))).containsExactly("statement.count");
    }

    @Test
    void qif_is_read_and_says_what_it_lacks() {
        StatementFile file = Reading.of("""
                !Account
                NGiro
                TBank
                ^
                !Type:Bank
                D3/ 1'26
                T100.00
                POpening Balance
                L[Giro]
                ^
                D3/25'26
                T-1,234.56
                PShop
                MINV-7
                SFood
                $-1,000.00
                SRest
                $-234.56
                ^
                """);

        assertThat(file.statements().getFirst().account()).isEqualTo("Giro");
        assertThat(Reading.amounts(file.statements().getFirst())).containsExactly("-1234.56");
        assertThat(file.statements().getFirst().opening().orElseThrow().amount()).hasToString("100.00");
        assertThat(Reading.entries(file).getFirst().bookedOn()).contains(LocalDate.of(2026, 3, 25));
        assertThat(Reading.rules(file)).containsExactly("statement.noCurrency");
        assertThat(Reading.rules(Reading.of("!Type:Bank\nD03/04/26\nT1\n$2\n^\n"))).containsExactlyInAnyOrder("statement.unclearDays",
                "statement.total", "statement.noAccount", "statement.noCurrency");
    }

    @Test
    void bai2_with_funds_and_continuations_is_read() {
        BankStatement statement = Reading.one(BAI);

        assertThat(statement.importable()).isTrue();
        assertThat(Reading.amounts(statement)).containsExactly("25.00", "-4.50");
        assertThat(statement.entries().getFirst().references()).containsEntry(ReferenceKind.BANK, "BR1")
                .containsEntry(ReferenceKind.CUSTOMER, "CR1");
        assertThat(statement.entries().getFirst().remittance()).containsExactly("WIRE, FROM INV-7");
        assertThat(statement.entries().getLast().valueOn()).contains(LocalDate.of(2026, 3, 3));
        assertThat(statement.entries().getLast().remittance()).containsExactly("CHEQUE NUMBER 12");
    }

    @Test
    void bai2_that_lacks_a_record_or_a_cent_is_not_imported() {
        assertThat(Reading.rules(Reading.of(BAI.replace("16,475,450,", "16,475,451,"))))
                .contains("statement.total", "statement.unbalanced");
        assertThat(Reading.rules(Reading.of(BAI.replaceAll("16,475[^\\n]*\\n88,NUM[^\\n]*\\n", "")))).contains("statement.count");
        assertThat(Reading.rules(Reading.of(BAI.replace("99,27950,1,10/\n", "")))).containsExactly("statement.cut");
        assertThat(Reading.rules(Reading.of(BAI.replace("SENDER,1,260301", "SENDER,2,260301")))).containsExactly("statement.groupStatus");
    }

    @Test
    void coda_keeps_a_collective_movement_together() {
        String sample = String.join("\n", coda("0000001032605005", 0),
                coda("12001BE02001234567890                  EUR0000000000010000010326HOLDER", 0),
                coda("2100010000REF1                 0000000000005500020326113010000INV-7", 0),
                coda("2100010001REF1                 0000000000003000020326513010001101123456789012", 61),
                coda("2100010002REF1                 0000000000002500020326513010000part", 0),
                coda("8001BE02001234567890                  EUR0000000000015500020326", 0),
                "9               000005000000000000000000000000005500" + " ".repeat(75) + "2");
        BankStatement statement = Reading.one(sample.lines().map(line -> line.length() > 121 && line.startsWith("21")
                ? line.substring(0, 115) + "020326" + line.substring(121) : line).reduce("", (one, other) -> one + other + "\r\n"));

        assertThat(statement.importable()).isTrue();
        assertThat(Reading.amounts(statement)).containsExactly("5.50");
        assertThat(statement.entries().getFirst().details()).extracting(detail -> detail.amount().orElseThrow().toPlainString())
                .containsExactly("3.00", "2.50");
        assertThat(statement.entries().getFirst().details().getFirst().references()).containsEntry(ReferenceKind.CREDITOR, "123456789012");
    }

    @Test
    void nacha_that_lost_an_entry_is_not_imported() {
        String file = """
                101 091400606 6910001341810170306A094101FIRST BANK & TRUST     ASF APPLICATION SUPERVI
                5200CoinLion                            123456789 WEBTRANSFER        260302   1091000010000001
                626091400606123456789        0000012354MjMxNDAwMjAtOGQPaul Jones            S 1091000017611242
                799R01091400600000001      09100001                                            091000017611242
                82000000020009140060000000012354000000000000 123456789                         091000010000001
                9000001000001000000020009140060000000012354000000000000
                """;
        assertThat(Reading.one(file).importable()).isTrue();
        assertThat(Reading.one(file).entries().getFirst().bookedOn()).contains(LocalDate.of(2026, 3, 2));
        assertThat(Reading.rules(Reading.of(file.replaceAll("799R01[^\\n]*\\n", "")))).containsOnly("statement.count");
        assertThat(Reading.rules(Reading.of(file.replace("0000012354MjMx", "0000012355MjMx")))).containsOnly("statement.total");
        assertThat(Reading.rules(Reading.of(file.replace("626091400606", "626091400616")))).contains("statement.count");
    }

    /** Filled up to 128 places; a communication that is structured has a 1 at that place. */
    private static String coda(String text, int structured) {
        String wide = text + " ".repeat(128 - text.length());
        return structured > 0 ? wide.substring(0, structured) + "1" + wide.substring(structured + 1) : wide;
    }
}
