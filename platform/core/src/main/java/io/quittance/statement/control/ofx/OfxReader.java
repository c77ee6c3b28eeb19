package io.quittance.statement.control.ofx;

import io.quittance.Fault;
import io.quittance.statement.BankStatement;
import io.quittance.statement.EntryStatus;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads bank and credit card statements of OFX 1.x (SGML, also QFX) and 2.x (XML). The format states a closing balance and
 * no opening one, so no total proves a file whole; that every transaction was understood and the file's end is there, does.
 *
 * @see "Open Financial Exchange 1.0.3 and 2.3, section 11.4"
 */
public final class OfxReader implements FormatReader {

    private static final Pattern BEGINS = Pattern.compile("OFXHEADER|<OFX>|<\\?OFX", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("</OFX\\s*>", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean recognises(Content content) {
        return BEGINS.matcher(content.head()).find();
    }

    @Override
    public StatementFile read(Content content) {
        OfxNode root = OfxNode.parse(content.text());
        List<StatementWarning> warnings = new ArrayList<>();
        List<BankStatement> statements = new ArrayList<>();
        for (OfxNode statement : root.all("STMTRS", "CCSTMTRS")) {
            StatementDraft draft = statement(statement, statements.size() + 1);
            if (!ENDS.matcher(content.text()).find()) {
                draft.block("statement.cut", "</OFX>");
            }
            statements.add(draft.build(warnings));
        }
        long elsewhere = root.all("STMTTRN").size() - root.all("STMTRS", "CCSTMTRS", "INVSTMTRS").stream()
                .mapToLong(statement -> statement.all("STMTTRN").size()).sum();
        if (elsewhere > 0) {
            warnings.add(new StatementWarning(0, Fault.of("file", "", "statement.outside", elsewhere), true));
        }
        for (OfxNode status : root.all("STATUS")) {
            if (status.text("SEVERITY").equalsIgnoreCase("ERROR")) {
                warnings.add(new StatementWarning(0, Fault.of("file", "", "statement.bankSays", status.text("CODE"),
                        status.text("MESSAGE")), statements.isEmpty()));
            }
        }
        if (statements.isEmpty() && warnings.isEmpty()) {
            warnings.add(new StatementWarning(0, Fault.of("file", "", "statement.none", "OFX"), true));
        }
        return new StatementFile(StatementFormat.OFX, content.characterSet().name(), statements, warnings);
    }

    private static StatementDraft statement(OfxNode statement, int place) {
        StatementDraft draft = new StatementDraft(StatementFormat.OFX, place);
        statement.first("BANKACCTFROM", "CCACCTFROM").ifPresent(account -> draft.account(account.text("ACCTID")));
        draft.currency(statement.text("CURDEF"));
        List<OfxNode> transactions = statement.all("STMTTRN", "STMTTRNP");
        transactions.forEach(transaction -> transaction(transaction, draft));
        int amounts = Math.max(statement.all("TRNAMT").size(), statement.all("FITID").size());
        draft.expectCount("TRNAMT", Math.max(amounts, transactions.size()), transactions.size());
        statement.first("LEDGERBAL").ifPresent(balance -> {
            Optional<BigDecimal> amount = Amounts.parse(balance.text("BALAMT"));
            amount.ifPresentOrElse(closing -> draft.closing(closing, Days.fullYear(balance.text("DTASOF"))),
                    () -> draft.note("statement.noClosing"));
        });
        return draft;
    }

    private static void transaction(OfxNode transaction, StatementDraft draft) {
        String said = transaction.text("TRNAMT");
        Optional<BigDecimal> amount = Amounts.parse(said);
        if (amount.isEmpty()) {
            draft.block("statement.amount", said);
            return;
        }
        Optional<LocalDate> posted = Days.fullYear(transaction.text("DTPOSTED")).or(() -> Days.fullYear(transaction.text("DTTRAN")));
        EntryDraft entry = new EntryDraft().amount(amount.get())
                .days(posted, Days.fullYear(transaction.text("DTAVAIL")))
                .status(transaction.name().equals("STMTTRNP") ? EntryStatus.PENDING : EntryStatus.BOOKED)
                .reversal(transaction.first("CORRECTFITID").isPresent())
                .code(transaction.text("TRNTYPE"))
                .reference(ReferenceKind.BANK, transaction.text("FITID"))
                .reference(ReferenceKind.TRANSACTION, transaction.text("REFNUM"))
                .counterparty(transaction.text("NAME"), transaction.first("BANKACCTTO", "CCACCTTO")
                        .map(account -> account.text("ACCTID")).orElse(""), "")
                .remittance(transaction.text("NAME"))
                .remittance(transaction.text("MEMO"));
        if (!transaction.text("CHECKNUM").matches("0*")) {
            entry.reference(ReferenceKind.CHEQUE, transaction.text("CHECKNUM"));
        }
        transaction.first("CURRENCY").map(currency -> currency.text("CURSYM"))
                .filter(currency -> !currency.isEmpty() && !currency.equalsIgnoreCase(draft.currency()))
                .ifPresent(currency -> draft.block("statement.currency", currency, draft.currency()));
        draft.add(entry);
    }
}
