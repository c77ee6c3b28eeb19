package io.quittance.system.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A camt.053 file with one credit, whose purpose holds the text given. */
final class BankStatement {

    /** A bank's own columns. */
    static final String CSV = "Date,Details,Amount\n31/03/2026,nobody in particular,1.00\n";

    private static final String ONE_CREDIT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
            <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>2026-11-20T06:00:00Z</CreDtTm></GrpHdr>
            <Stmt><Id>%1$s</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-11-20T06:00:00Z</CreDtTm>
            <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2026-11-19</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.23</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2026-11-19</Dt></Dt></Bal>
            <Ntry><Amt Ccy="EUR">1.23</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-11-19</Dt></BookgDt><ValDt><Dt>2026-11-19</Dt></ValDt><AcctSvcrRef>%1$s</AcctSvcrRef>
            <BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd>
            <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">1.23</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <RltdPties><Dbtr><Pty><Nm>%2$s</Nm></Pty></Dbtr></RltdPties>
            <RmtInf><Ustrd>%2$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private BankStatement() {
    }

    /** A CSV with the mapping of its columns, as JSON's parts. */
    static Map<String, Object> mapped(String name, int number) {
        return Map.of("fileName", "bank.csv", "name", name, "content",
                Base64.getEncoder().encodeToString(CSV.getBytes(StandardCharsets.UTF_8)), "profile",
                Map.of("characterSet", "UTF-8", "delimiter", ",", "skip", 0, "inverted", false, "dateOrder", "DAY_MONTH_YEAR",
                        "decimalSign", ".", "account", "neutral" + number,
                        "currency", "EUR", "headings", List.of("Date", "Details", "Amount"),
                        "columns", List.of("BOOKED_ON", "TEXT", "AMOUNT")));
    }

    /** @param id of the message and the statement; 35 characters at most */
    static String of(String id, String text) {
        return ONE_CREDIT.formatted(id, text);
    }
}
