package io.quittance.statement.control.camt;

import io.quittance.statement.BankStatement;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import io.quittance.xml.Elements;
import io.quittance.xml.SafeXml;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads camt.052, camt.053 and camt.054 of every version: by local names, for what matters here the versions differ in a few
 * wrappers only.
 *
 * @see "ISO 20022, camt.052.001, camt.053.001 and camt.054.001, versions 1 to 13"
 */
public final class CamtReader implements FormatReader {

    private static final Map<String, StatementFormat> MESSAGES = Map.of("BkToCstmrAcctRpt", StatementFormat.CAMT_052,
            "BkToCstmrAcctRptV01", StatementFormat.CAMT_052, "BkToCstmrStmt", StatementFormat.CAMT_053,
            "BkToCstmrStmtV01", StatementFormat.CAMT_053, "BkToCstmrDbtCdtNtfctn", StatementFormat.CAMT_054,
            "BkToCstmrDbtCdtNtfctnV01", StatementFormat.CAMT_054);

    @Override
    public boolean recognises(Content content) {
        return content.text().stripLeading().startsWith("<") && content.text().contains("BkToCstmr");
    }

    @Override
    public StatementFile read(Content content) {
        Document document = parse(content);
        List<StatementWarning> warnings = new ArrayList<>();
        List<BankStatement> statements = new ArrayList<>();
        for (Map.Entry<String, StatementFormat> kind : MESSAGES.entrySet()) {
            var messages = document.getElementsByTagNameNS("*", kind.getKey());
            for (int i = 0; i < messages.getLength(); i++) {
                for (String name : List.of("Stmt", "Rpt", "Ntfctn")) {
                    for (Element statement : Elements.all((Element) messages.item(i), name)) {
                        statements.add(statement(statement, kind.getValue(), statements.size() + 1).build(warnings));
                    }
                }
            }
        }
        if (statements.isEmpty()) {
            throw Unreadable.because("statement.none", "camt");
        }
        return new StatementFile(statements.getFirst().format(), content.characterSet().name(), statements, warnings);
    }

    /** By the encoding that the file declares; by the one that it has, where it declares a wrong one. */
    private static Document parse(Content content) {
        try {
            return SafeXml.parse(content.bytes());
        } catch (SAXException asDeclared) {
            try {
                String text = content.text().stripLeading().replaceFirst("^<\\?xml[^>]*\\?>", "");
                return SafeXml.parse(text.getBytes(StandardCharsets.UTF_8));
            } catch (SAXException broken) {
                asDeclared.addSuppressed(broken);
                throw Unreadable.because("statement.notXml", asDeclared.getMessage());
            }
        }
    }

    private static StatementDraft statement(Element statement, StatementFormat format, int place) {
        StatementDraft draft = new StatementDraft(format, place);
        draft.account(Elements.text(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id", "Acct/Id/BBAN").orElse(""));
        draft.number(Elements.text(statement, "Id").orElse(""));
        Elements.text(statement, "Acct/Ccy").ifPresent(draft::currency);
        if (format == StatementFormat.CAMT_052) {
            draft.interim();
        }
        opening(statement, draft);
        closing(statement, draft);
        for (Element entry : Elements.all(statement, "Ntry")) {
            String status = Elements.text(entry, "Sts/Cd", "Sts/Prtry", "Sts").orElse("BOOK");
            if (status.equals("INFO")) {
                draft.note("statement.information");
            } else {
                signed(entry, draft).ifPresent(amount -> draft.add(CamtEntry.read(entry, amount, status, draft.account())));
            }
        }
        CamtSummary.check(statement, draft);
        if (format == StatementFormat.CAMT_053) {
            draft.requireBalances();
        }
        return draft;
    }

    /** Later pages open, and all but the last page close, with an interim balance. */
    private static void opening(Element statement, StatementDraft draft) {
        boolean second = balances(statement, "ITBD").size() > 1 || !balances(statement, "CLBD").isEmpty();
        Optional<Element> found = balance(statement, draft, "OPBD", "PRCD")
                .or(() -> second ? balance(statement, draft, "ITBD") : Optional.empty());
        found.ifPresent(balance -> signed(balance, draft).ifPresent(amount -> draft.opening(amount, day(balance, "Dt"))));
    }

    private static void closing(Element statement, StatementDraft draft) {
        List<Element> interim = balances(statement, "ITBD");
        boolean opensByInterim = balance(statement, draft, "OPBD", "PRCD").isEmpty();
        Optional<Element> found = balance(statement, draft, "CLBD")
                .or(() -> interim.size() > (opensByInterim ? 1 : 0) ? Optional.of(interim.getLast()) : Optional.empty());
        found.ifPresent(balance -> signed(balance, draft).ifPresent(amount -> draft.closing(amount, day(balance, "Dt"))));
    }

    /** The first balance of that kind, in the account's currency if there is one. */
    private static Optional<Element> balance(Element statement, StatementDraft draft, String code) {
        List<Element> all = balances(statement, code);
        return all.stream().filter(balance -> currency(balance).equals(draft.currency())).findFirst().or(() -> all.stream().findFirst());
    }

    private static Optional<Element> balance(Element statement, StatementDraft draft, String code, String other) {
        return balance(statement, draft, code).or(() -> balance(statement, draft, other));
    }

    private static List<Element> balances(Element statement, String code) {
        return Elements.all(statement, "Bal").stream()
                .filter(balance -> Elements.text(balance, "Tp/CdOrPrtry/Cd", "Tp/Cd").filter(code::equals).isPresent()).toList();
    }

    private static String currency(Element holder) {
        return Elements.first(holder, "Amt").map(amount -> amount.getAttribute("Ccy")).orElse("");
    }

    /** The amount with its sign; empty, and a warning, when it is not in the account's currency or not understood. */
    private static Optional<BigDecimal> signed(Element holder, StatementDraft draft) {
        String text = Elements.text(holder, "Amt").orElse("");
        String direction = Elements.text(holder, "CdtDbtInd").orElse("");
        String currency = currency(holder);
        Optional<BigDecimal> amount = text.contains(",") ? Optional.empty() : Amounts.parse(text);
        if (amount.isEmpty() || !direction.equals("CRDT") && !direction.equals("DBIT")) {
            draft.block("statement.amount", (direction + " " + currency + " " + text).strip());
            return Optional.empty();
        }
        draft.currency(currency);
        if (!currency.isEmpty() && !currency.equals(draft.currency())) {
            draft.block("statement.currency", currency, draft.currency());
        }
        return direction.equals("DBIT") ? amount.map(BigDecimal::negate) : amount;
    }

    static Optional<LocalDate> day(Element holder, String name) {
        return Elements.text(holder, name + "/Dt", name + "/DtTm", name).flatMap(Days::iso);
    }
}
