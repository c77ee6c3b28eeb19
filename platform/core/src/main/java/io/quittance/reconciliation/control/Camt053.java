package io.quittance.reconciliation.control;

import io.quittance.Fault;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.spi.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads bank-to-customer statements of every version of camt.053.
 *
 * @see "ISO 20022, camt.053.001 BankToCustomerStatement"
 */
final class Camt053 {

    private static final String FILE = "file";
    private static final String[] REFERENCES = {"AcctSvcrRef", "NtryRef", "NtryDtls/TxDtls/Refs/EndToEndId", "NtryDtls/TxDtls/Refs/InstrId",
        "NtryDtls/TxDtls/Refs/TxId", "NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref", "NtryDtls/TxDtls/RmtInf/Strd/RfrdDocInf/Nb",
        "NtryDtls/TxDtls/RmtInf/Ustrd", "NtryDtls/Btch/PmtInfId", "AddtlNtryInf"};
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private Camt053() {
    }

    /** @throws UnreadableStatement when the file is none, or does not add up */
    static List<ReadStatement> read(byte[] content) {
        List<Element> statements = Elements.all(root(content), "BkToCstmrStmt/Stmt");
        if (statements.isEmpty()) {
            throw refused("statement.notCamt053");
        }
        return statements.stream().map(Camt053::statement).toList();
    }

    private static Element root(byte[] content) {
        try {
            Document document = SafeXml.parse(content);
            return document.getDocumentElement();
        } catch (SAXException notXml) {
            throw refused("statement.notXml", notXml.getMessage());
        }
    }

    private static ReadStatement statement(Element statement) {
        String account = Elements.text(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id")
                .orElseThrow(() -> refused("statement.missing", "Acct/Id"));
        String number = Elements.text(statement, "Id").orElseThrow(() -> refused("statement.missing", "Stmt/Id"));
        Element openingBalance = balance(statement, number, "OPBD", "PRCD");
        Element closingBalance = balance(statement, number, "CLBD");
        Money opening = amount(openingBalance, number);
        Money closing = amount(closingBalance, number);
        List<ReadLine> lines = Elements.all(statement, "Ntry").stream()
                .filter(entry -> Elements.text(entry, "Sts/Cd", "Sts").filter("BOOK"::equals).isPresent())
                .map(entry -> line(entry, number)).toList();
        requireSum(number, opening, closing, lines);
        List<LocalDate> days = Stream.concat(lines.stream().map(ReadLine::bookedOn), Stream.of(day(closingBalance, number)))
                .sorted(Comparator.naturalOrder()).toList();
        return new ReadStatement(account, number, opening, closing, days.getFirst(), days.getLast(), lines);
    }

    /** The totals that the bank states must hold: a file that was cut or edited is not imported. */
    private static void requireSum(String number, Money opening, Money closing, List<ReadLine> lines) {
        Money sum = opening;
        for (ReadLine line : lines) {
            if (!line.amount().currency().equals(opening.currency())) {
                throw refused("statement.currency", number, line.amount(), opening.currency());
            }
            sum = sum.plus(line.amount());
        }
        if (!sum.equals(closing)) {
            throw refused("statement.unbalanced", number, opening, sum.minus(opening), sum, closing);
        }
    }

    private static Element balance(Element statement, String number, String... codes) {
        for (String code : codes) {
            Optional<Element> found = Elements.all(statement, "Bal").stream()
                    .filter(balance -> Elements.text(balance, "Tp/CdOrPrtry/Cd").filter(code::equals).isPresent()).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw refused("statement.noBalance", number, codes[0]);
    }

    private static ReadLine line(Element entry, String number) {
        LocalDate booked = Elements.first(entry, "BookgDt").map(date -> day(date, number))
                .or(() -> Elements.first(entry, "ValDt").map(date -> day(date, number)))
                .orElseThrow(() -> refused("statement.missing", "Ntry/BookgDt"));
        LocalDate value = Elements.first(entry, "ValDt").map(date -> day(date, number)).orElse(booked);
        Set<String> texts = new LinkedHashSet<>();
        for (String path : REFERENCES) {
            texts.addAll(Elements.texts(entry, path));
        }
        texts.remove(NOT_PROVIDED);
        Money amount = amount(entry, number);
        String party = amount.isNegative() ? "Cdtr" : "Dbtr";
        String counterparty = Elements.text(entry, "NtryDtls/TxDtls/RltdPties/" + party + "/Pty/Nm",
                "NtryDtls/TxDtls/RltdPties/" + party + "/Nm").orElse("");
        String reference = Elements.text(entry, "AcctSvcrRef", "NtryDtls/TxDtls/Refs/AcctSvcrRef").orElse("");
        return new ReadLine(booked, value, amount, reference, counterparty, new ArrayList<>(texts));
    }

    private static Money amount(Element holder, String number) {
        Element amount = Elements.first(holder, "Amt").orElseThrow(() -> refused("statement.missing", "Amt"));
        String text = amount.getTextContent().strip();
        String currency = amount.getAttribute("Ccy");
        try {
            Money money = Money.parse(text, Currency.getInstance(currency));
            String direction = Elements.text(holder, "CdtDbtInd").orElseThrow(() -> refused("statement.missing", "CdtDbtInd"));
            return "DBIT".equals(direction) ? money.negated() : money;
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw refused("statement.amount", number, text + " " + currency);
        }
    }

    private static LocalDate day(Element holder, String number) {
        String text = Elements.text(holder, "Dt/Dt", "Dt/DtTm", "Dt", "DtTm").orElseThrow(() -> refused("statement.missing", "Dt"));
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException wrong) {
            throw refused("statement.day", number, text);
        }
    }

    private static UnreadableStatement refused(String rule, Object... arguments) {
        return new UnreadableStatement(Fault.of(FILE, "", rule, arguments));
    }
}
