package io.quittance.plugins.sandbox.company;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The bank statement on which a payout appears, as ISO 20022 camt.053.001.08.
 *
 * @see "ISO 20022 BankToCustomerStatementV08"
 */
final class Statement {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final long OPENING_MAJOR = 10_000;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private Statement() throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(Payout payout) {
        try {
            Statement statement = new Statement();
            statement.write(payout);
            return statement.text.toString();
        } catch (XMLStreamException defect) {
            throw new IllegalStateException("the statement of " + payout.id() + " cannot be written", defect);
        }
    }

    /** The civil day in UTC, where the company's bank is. */
    static String day(long at) {
        return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A German IBAN with right check digits, made from an account's name: for statements of merchants who gave none. */
    static String inventedIban(String account) {
        String number = new BigInteger(Names.digest(account).substring(0, 12), 16).mod(BigInteger.TEN.pow(10)).toString();
        String bban = "50010517" + "0".repeat(10 - number.length()) + number;
        int check = 98 - new BigInteger(bban + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE" + (check < 10 ? "0" : "") + check + bban;
    }

    private void write(Payout payout) throws XMLStreamException {
        String opening = decimal(Math.multiplyExact(OPENING_MAJOR, minorPerMajor(payout.currency())), payout.currency());
        String closing = decimal(minorOf(opening, payout.currency()) + payout.booked(), payout.currency());
        String time = Instant.ofEpochMilli(payout.at()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("BkToCstmrStmt");
        xml.writeStartElement("GrpHdr");
        element("MsgId", payout.id());
        element("CreDtTm", time);
        xml.writeEndElement();
        xml.writeStartElement("Stmt");
        element("Id", payout.id());
        element("ElctrncSeqNb", "1");
        element("CreDtTm", time);
        account(payout);
        balance("OPBD", opening, payout);
        balance("CLBD", closing, payout);
        entry(payout);
        for (int open = 0; open < 3; open++) {
            xml.writeEndElement();
        }
        xml.writeEndDocument();
    }

    private void account(Payout payout) throws XMLStreamException {
        xml.writeStartElement("Acct");
        nested("Id", "IBAN", payout.iban());
        element("Ccy", payout.currency());
        xml.writeEndElement();
    }

    private void balance(String code, String amount, Payout payout) throws XMLStreamException {
        xml.writeStartElement("Bal");
        xml.writeStartElement("Tp");
        nested("CdOrPrtry", "Cd", code);
        xml.writeEndElement();
        boolean negative = amount.startsWith("-");
        amount(negative ? amount.substring(1) : amount, payout.currency());
        element("CdtDbtInd", negative ? "DBIT" : "CRDT");
        nested("Dt", "Dt", day(payout.at()));
        xml.writeEndElement();
    }

    private void entry(Payout payout) throws XMLStreamException {
        xml.writeStartElement("Ntry");
        element("NtryRef", "1");
        amount(decimal(Math.abs(payout.booked()), payout.currency()), payout.currency());
        element("CdtDbtInd", payout.booked() < 0 ? "DBIT" : "CRDT");
        nested("Sts", "Cd", "BOOK");
        nested("BookgDt", "Dt", day(payout.at()));
        nested("ValDt", "Dt", day(payout.at()));
        element("AcctSvcrRef", payout.id().toUpperCase(java.util.Locale.ROOT));
        xml.writeStartElement("BkTxCd");
        xml.writeStartElement("Domn");
        element("Cd", "PMNT");
        xml.writeStartElement("Fmly");
        element("Cd", "RCDT");
        element("SubFmlyCd", "ESCT");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("NtryDtls");
        xml.writeStartElement("TxDtls");
        nested("Refs", "EndToEndId", payout.id());
        amount(decimal(Math.abs(payout.booked()), payout.currency()), payout.currency());
        element("CdtDbtInd", payout.booked() < 0 ? "DBIT" : "CRDT");
        xml.writeStartElement("RltdPties");
        xml.writeStartElement("Dbtr");
        nested("Pty", "Nm", "Sandbox Pay");
        xml.writeEndElement();
        xml.writeEndElement();
        nested("RmtInf", "Ustrd", payout.bankReference());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void amount(String value, String currency) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", currency);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void nested(String outer, String inner, String value) throws XMLStreamException {
        xml.writeStartElement(outer);
        element(inner, value);
        xml.writeEndElement();
    }

    static String decimal(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits()).toPlainString();
    }

    private static long minorPerMajor(String currency) {
        return BigInteger.TEN.pow(Currency.getInstance(currency).getDefaultFractionDigits()).longValueExact();
    }

    private static long minorOf(String decimal, String currency) {
        return new BigDecimal(decimal).movePointRight(Currency.getInstance(currency).getDefaultFractionDigits()).longValueExact();
    }
}
