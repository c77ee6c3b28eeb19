package io.quittance.statement.control.coda;

import io.quittance.statement.BankStatement;
import io.quittance.statement.Entry;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads CODA, any number of statements in a file. The balances, the turnovers and the count of records must hold.
 *
 * @see "Febelfin, Coded statement of account (CODA), version 2.6"
 */
public final class CodaReader implements FormatReader {

    private static final Pattern BEGINS = Pattern.compile("\\A\\s*0[0 ]{4}[0-9]{6}.{3}[0-9]{2}[D ]");
    private static final Pattern HOLDS = Pattern.compile("(?m)^[128]");
    private static final int LENGTH = 128;
    private static final int DECIMALS = 3;

    @Override
    public boolean recognises(Content content) {
        return BEGINS.matcher(content.head()).find() && HOLDS.matcher(content.head()).find();
    }

    @Override
    public StatementFile read(Content content) {
        List<StatementWarning> warnings = new ArrayList<>();
        List<BankStatement> statements = new ArrayList<>();
        Account account = null;
        for (String line : content.text().lines().toList()) {
            if (line.isBlank() || line.charAt(0) == '\u001a') {
                continue;
            }
            String wide = line.length() < LENGTH ? line + " ".repeat(LENGTH - line.length()) : line;
            if (wide.charAt(0) == '0' && account != null) {
                statements.add(account.cut().build(warnings));
                account = null;
            }
            if (account == null) {
                account = new Account(new StatementDraft(StatementFormat.CODA, statements.size() + 1));
            }
            if (account.take(wide)) {
                statements.add(account.draft.build(warnings));
                account = null;
            }
        }
        if (account != null) {
            statements.add(account.cut().build(warnings));
        }
        if (statements.isEmpty()) {
            throw Unreadable.because("statement.none", "CODA");
        }
        return new StatementFile(StatementFormat.CODA, content.characterSet().name(), statements, warnings);
    }

    /** 15 digits, the last three of which are decimals, behind a sign: 0 is a credit. */
    static Optional<BigDecimal> amount(String line, int sign) {
        return Amounts.implied(line.substring(sign + 1, sign + 16), DECIMALS)
                .filter(_ -> line.charAt(sign) == '0' || line.charAt(sign) == '1')
                .map(amount -> line.charAt(sign) == '1' ? amount.negate() : amount);
    }

    /** A statement while its records come. */
    private static final class Account {

        private final StatementDraft draft;
        private final CodaMovements movements;
        private long records;

        private Account(StatementDraft draft) {
            this.draft = draft;
            this.movements = new CodaMovements(draft);
        }

        /** @return whether the statement has ended */
        boolean take(String line) {
            char kind = line.charAt(0);
            records += kind == '0' || kind == '9' ? 0 : 1;
            switch (kind) {
                case '0', '4' -> { }
                case '1' -> opening(line);
                case '2' -> movements.movement(line);
                case '3' -> movements.information(line);
                case '8' -> closing(line);
                case '9' -> {
                    movements.end();
                    trailer(line);
                    return true;
                }
                default -> draft.block("statement.line", records, line.strip());
            }
            return false;
        }

        private void opening(String line) {
            String account = line.substring(5, 42);
            char structure = line.charAt(1);
            String number = structure == '0' ? account.substring(0, 12) : account.substring(0, 34);
            draft.account(number.replace(" ", "")).number(line.substring(125, 128).strip());
            draft.currency(structure == '0' ? account.substring(13, 16) : account.substring(34, 37));
            amount(line, 42).ifPresentOrElse(balance -> draft.opening(balance, Days.dayMonthYear(line.substring(58, 64))),
                    () -> draft.block("statement.line", records, line.strip()));
        }

        private void closing(String line) {
            amount(line, 41).ifPresentOrElse(balance -> draft.closing(balance, Days.dayMonthYear(line.substring(57, 63))),
                    () -> draft.block("statement.line", records, line.strip()));
        }

        private void trailer(String line) {
            List<Entry> entries = draft.entries().stream().map(entry -> entry.build(draft.currency())).toList();
            turnover("9 (D)", line.substring(22, 37), entries, -1);
            turnover("9 (C)", line.substring(37, 52), entries, 1);
            if (line.substring(16, 22).matches("[0-9]{6}")) {
                draft.expectCount("9", Long.parseLong(line.substring(16, 22)), records);
            }
            draft.requireBalances();
        }

        private void turnover(String name, String digits, List<Entry> entries, int sign) {
            BigDecimal sum = entries.stream().map(Entry::amount).filter(amount -> amount.signum() == sign)
                    .reduce(BigDecimal.ZERO, BigDecimal::add).abs();
            Amounts.implied(digits, DECIMALS).ifPresentOrElse(stated -> draft.expect(name, stated, sum),
                    () -> draft.block("statement.line", records, digits));
        }

        StatementDraft cut() {
            movements.end();
            draft.block("statement.cut", "9");
            draft.requireBalances();
            return draft;
        }
    }
}
