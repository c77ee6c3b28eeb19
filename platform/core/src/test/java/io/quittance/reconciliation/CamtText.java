package io.quittance.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A camt.053 statement in euro, as a bank would write it; says the sum it is told to say. */
public final class CamtText {

    private final StringBuilder entries = new StringBuilder();
    private final List<Long> cents = new ArrayList<>();
    private final String number;

    public CamtText(String number) {
        this.number = number;
    }

    public CamtText line(String day, long amountCents, String reference, String text) {
        return line(day, amountCents, reference, text, "");
    }

    /** That came back, for a reason by its code. */
    public CamtText returned(String day, long amountCents, String reference, String text, String reason) {
        return line(day, amountCents, reference, text, "<RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf>".formatted(reason));
    }

    /** From somebody with that account. */
    public CamtText from(String name, String account, String day, long amountCents, String reference, String text) {
        return line(day, amountCents, reference, text, """
                <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties>
                """.formatted(name, account));
    }

    private CamtText line(String day, long amountCents, String reference, String text, String parties) {
        cents.add(amountCents);
        entries.append("""
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt>
                <ValDt><Dt>%s</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef>
                <NtryDtls><TxDtls>%s<RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(decimal(Math.abs(amountCents)), amountCents < 0 ? "DBIT" : "CRDT", day, day, reference, parties, text));
        return this;
    }

    public byte[] closing() {
        return closing(cents.stream().mapToLong(Long::longValue).sum());
    }

    public byte[] closing(long closingCents) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>m</MsgId><CreDtTm>2026-03-05T20:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>%s</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>%s%s%s</Stmt>
                </BkToCstmrStmt></Document>
                """).formatted(number, balance("OPBD", 0), balance("CLBD", closingCents), entries).getBytes(StandardCharsets.UTF_8);
    }

    private static String balance(String code, long balanceCents) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>2026-03-05</Dt></Dt></Bal>""".formatted(code, decimal(balanceCents));
    }

    private static String decimal(long amountCents) {
        return "%d.%02d".formatted(amountCents / 100, amountCents % 100);
    }
}
