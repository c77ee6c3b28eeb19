package io.quittance.statement.control.bai;

import io.quittance.statement.BankStatement;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads BAI2. Every total and count that the accounts, the groups and the file state must hold.
 *
 * @see "BAI, Cash Management Balance Reporting Specifications Version 2"
 */
public final class BaiReader implements FormatReader {

    private static final Pattern BEGINS = Pattern.compile("^\\s*01,[^\\n]*,[^\\n]*,[0-9]{6},");
    private static final Pattern HOLDS = Pattern.compile("(?:^|\\s)0[23],");
    /** Of the format itself: a group without a currency is in it. */
    private static final String USUAL_CURRENCY = "USD";

    /** Sums and counts of one level. */
    private static final class Level {
        private BigDecimal control = BigDecimal.ZERO;
        private long records;
        private long members;
    }

    @Override
    public boolean recognises(Content content) {
        return BEGINS.matcher(content.head()).find() && HOLDS.matcher(content.head()).find();
    }

    @Override
    public StatementFile read(Content content) {
        Run run = new Run();
        BaiRecord.all(content.text()).forEach(run::take);
        run.end();
        if (run.statements.isEmpty() && run.warnings.isEmpty()) {
            throw Unreadable.because("statement.none", "BAI2");
        }
        return new StatementFile(StatementFormat.BAI2, content.characterSet().name(), run.statements, run.warnings);
    }

    /** Goes through the records. */
    private static final class Run {

        private final List<StatementWarning> warnings = new ArrayList<>();
        private final List<BankStatement> statements = new ArrayList<>();
        private final StatementDraft file = new StatementDraft(StatementFormat.BAI2, 0);
        private final Level all = new Level();
        private Level group = new Level();
        private BaiAccount account;
        private Optional<LocalDate> asOf = Optional.empty();
        private String currency = USUAL_CURRENCY;
        private String status = "";
        private boolean groupOpen;
        private boolean ended;

        void take(BaiRecord entry) {
            int lines = 1 + entry.continued();
            all.records += lines;
            group.records += lines;
            switch (entry.code()) {
                case "02" -> {
                    endAccount(entry.line());
                    openGroup(entry, lines);
                }
                case "03" -> {
                    endAccount(entry.line());
                    account = new BaiAccount(entry, statements.size() + 1, currency, asOf, status);
                }
                case "16" -> {
                    if (account == null) {
                        file.block("statement.stray", entry.line());
                    } else {
                        account.transaction(entry);
                    }
                }
                case "49" -> closeAccount(entry);
                case "98" -> closeGroup(entry);
                case "99" -> closeFile(entry);
                default -> { }
            }
        }

        private void openGroup(BaiRecord entry, int lines) {
            if (groupOpen) {
                file.block("statement.cut", "98");
            }
            groupOpen = true;
            group = new Level();
            group.records = lines;
            status = entry.field(2);
            asOf = Days.yearMonthDay(entry.field(3));
            currency = entry.field(5).isEmpty() ? USUAL_CURRENCY : entry.field(5);
        }

        private void closeAccount(BaiRecord entry) {
            if (account == null) {
                file.block("statement.stray", entry.line());
                return;
            }
            StatementDraft draft = account.close(entry);
            group.control = group.control.add(account.control());
            group.members++;
            account = null;
            statements.add(draft.build(warnings));
        }

        /** An account whose 49 is missing is told, and not imported. */
        private void endAccount(int line) {
            if (account != null) {
                account.draft().block("statement.cut", "49 (" + line + ")");
                statements.add(account.draft().build(warnings));
                account = null;
            }
        }

        private void closeGroup(BaiRecord entry) {
            endAccount(entry.line());
            groupOpen = false;
            expect(entry, "98", group);
            all.control = all.control.add(group.control);
            all.members++;
        }

        private void closeFile(BaiRecord entry) {
            endAccount(entry.line());
            expect(entry, "99", all);
            ended = true;
        }

        private void expect(BaiRecord entry, String name, Level level) {
            BaiAccount.number(entry.field(0)).ifPresentOrElse(stated -> file.expect(name, stated, level.control),
                    () -> file.block("statement.line", entry.line(), name + "," + entry.field(0)));
            count(entry.field(1)).ifPresent(stated -> file.expectCount(name + " (02, 03)", stated, level.members));
            count(entry.field(2)).ifPresent(stated -> file.expectCount(name, stated, level.records));
        }

        void end() {
            endAccount(0);
            if (groupOpen || !ended) {
                file.block("statement.cut", groupOpen ? "98" : "99");
            }
            file.report(warnings);
        }

        private static Optional<Long> count(String digits) {
            return digits.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
        }
    }
}
