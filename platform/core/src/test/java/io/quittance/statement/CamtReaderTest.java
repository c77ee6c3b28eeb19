package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CamtReaderTest {

    private static final String STATEMENT = """
            <?xml version="1.0" encoding="%s"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt><Stmt>
            <Id>S1</Id><Acct><Id><IBAN>CH2801234000123456789</IBAN></Id><Ccy>CHF</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CHF">10.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Dt>
            <Dt>2026-03-01</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CHF">290.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt>
            <Dt>2026-03-02</Dt></Dt></Bal>%s
            <Ntry><Amt Ccy="CHF">300.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>
            <AcctSvcrRef>B1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>VCOM</SubFmlyCd></Fmly></Domn></BkTxCd>
            <NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>
            <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="CHF">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <RltdPties><Dbtr><Pty><Nm>Ä. Eins</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>CH9300762011623852957</IBAN></Id></DbtrAcct></RltdPties>
            <RmtInf><Strd><CdtrRefInf><Ref>210000000003139471430009017</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
            <TxDtls><Refs><EndToEndId>E2</EndToEndId></Refs><Amt Ccy="CHF">200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <RltdPties><Dbtr><Nm>Zwei</Nm></Dbtr></RltdPties><RmtInf><Ustrd>INV-2</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="CHF">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><ValDt><Dt>2026-03-04</Dt></ValDt></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;
    private static final String RIGHT = "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>307</Sum></TtlNtries></TxsSummry>";

    @Test
    void a_collective_entry_keeps_its_payments() {
        BankStatement statement = Reading.one(STATEMENT.formatted("UTF-8", "08", RIGHT));
        Entry entry = statement.entries().getFirst();

        assertThat(statement.importable()).isTrue();
        assertThat(statement.opening().orElseThrow().amount()).hasToString("-10.00");
        assertThat(entry.code()).isEqualTo("PMNT-RCDT-VCOM");
        assertThat(entry.details()).extracting(detail -> detail.amount().orElseThrow().toPlainString()).containsExactly("100.00", "200.00");
        assertThat(entry.details().getFirst().references()).containsOnlyKeys(ReferenceKind.CREDITOR);
        assertThat(entry.details().getFirst().counterparty()).isEqualTo(new Party("Ä. Eins", "CH9300762011623852957", ""));
        assertThat(statement.entries().getLast().status()).isEqualTo(EntryStatus.PENDING);
    }

    @Test
    void the_summary_must_hold() {
        String wrong = RIGHT.replace(">2<", ">3<").replace(">307<", ">308<");

        assertThat(Reading.rules(Reading.of(STATEMENT.formatted("UTF-8", "02", wrong))))
                .containsExactly("statement.count", "statement.total");
    }

    @Test
    void a_wrongly_declared_encoding_is_seen_through_and_a_document_type_refused() {
        byte[] latin = STATEMENT.formatted("UTF-8", "04", "").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Reading.entries(Reading.of(latin)).getFirst().details().getFirst().counterparty().name()).isEqualTo("Ä. Eins");
        assertThat(Reading.refusal("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><BkToCstmrStmt>&b;</BkToCstmrStmt>"
                .getBytes(StandardCharsets.UTF_8))).isEqualTo("statement.notXml");
        assertThat(Reading.refusal(("<BkToCstmrStmt>" + "<a>".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("statement.notXml");
        assertThat(Reading.refusal(new byte[0])).isEqualTo("statement.empty");
        assertThat(Reading.refusal("hello".getBytes(StandardCharsets.UTF_8))).isEqualTo("statement.unknown");
    }

    @Test
    void every_real_file_has_the_entries_that_another_reader_finds() throws IOException {
        for (Path file : Samples.files("bank/camt", ".xml")) {
            Path truth = Path.of(file.toString().replace(".xml", ".json"));
            if (file.toString().contains("wrong")) {
                assertThat(Reading.refusal(Samples.bytes(file))).isEqualTo("statement.none");
                continue;
            }
            List<String> expected = new ArrayList<>();
            for (JsonNode entry : new ObjectMapper().readTree(truth.toFile()).path("getEntries")) {
                Currency currency = Currency.getInstance(entry.path("getAmount").path("getCurrency").path("getCode").asText());
                expected.add(io.quittance.spi.money.Money.ofMinor(entry.path("getAmount").path("getAmount").asLong(),
                        currency.getCurrencyCode()).toDecimal() + " " + entry.path("getBookingDate").path("0").asText().substring(0, 10)
                        + " " + entry.path("getValueDate").path("0").asText().substring(0, 10));
            }
            assertThat(Reading.entries(Reading.of(file))).as(file.toString())
                    .extracting(entry -> entry.amount() + " " + entry.bookedOn().orElseThrow() + " " + entry.valueOn().orElseThrow())
                    .endsWith(expected.toArray(String[]::new));
        }
    }
}
