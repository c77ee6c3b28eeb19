package io.quittance.statement.control.nacha;

import io.quittance.statement.BankStatement;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads files of the US automated clearing house, above all returns. Each batch is a statement of the company that it
 * names: a debit entry takes money and is negative, as it is for the company when a debit that it made comes back. Counts,
 * hashes and totals of batches and file must hold.
 *
 * @see "Nacha Operating Rules, Appendix Three: ACH Record Format Specifications"
 */
public final class NachaReader implements FormatReader {

    private static final int LENGTH = 94;
    private static final Pattern BEGINS = Pattern.compile("\\A\\s*101.{10}.{10}[0-9]{6}.{5}094101|\\A\\s*101[ 0-9].{17,20}[0-9]{6}");
    private static final Pattern FILLER = Pattern.compile("9+\\s*");

    @Override
    public boolean recognises(Content content) {
        return BEGINS.matcher(content.head()).find() && content.text().length() >= LENGTH && content.head().contains("094101");
    }

    @Override
    public StatementFile read(Content content) {
        Run run = new Run();
        int number = 0;
        for (String line : lines(content.text())) {
            number++;
            if (!line.isBlank() && !FILLER.matcher(line).matches()) {
                run.take(line.length() < LENGTH ? line + " ".repeat(LENGTH - line.length()) : line, number);
            }
        }
        run.end();
        if (run.statements.isEmpty() && run.warnings.isEmpty()) {
            throw Unreadable.because("statement.none", "NACHA");
        }
        return new StatementFile(StatementFormat.NACHA, content.characterSet().name(), run.statements, run.warnings);
    }

    /** Some banks write the records without line ends. */
    private static List<String> lines(String text) {
        List<String> lines = text.lines().map(line -> line.replace("\u001a", "")).filter(line -> !line.isBlank()).toList();
        List<String> records = new ArrayList<>();
        for (String line : lines) {
            String rest = line;
            while (rest.length() > LENGTH && rest.length() >= 2 * LENGTH - 1) {
                records.add(rest.substring(0, LENGTH));
                rest = rest.substring(LENGTH);
            }
            records.add(rest.length() > LENGTH && rest.substring(LENGTH).isBlank() ? rest.substring(0, LENGTH) : rest);
        }
        return records;
    }

    /** Goes through the records. */
    private static final class Run {

        private final List<StatementWarning> warnings = new ArrayList<>();
        private final List<BankStatement> statements = new ArrayList<>();
        private final StatementDraft file = new StatementDraft(StatementFormat.NACHA, 0);
        private final NachaTotals all = new NachaTotals();
        private Optional<LocalDate> created = Optional.empty();
        private NachaBatch batch;
        private long batches;
        private boolean ended;

        void take(String line, int number) {
            switch (line.charAt(0)) {
                case '1' -> created = Days.yearMonthDay(line.substring(23, 29));
                case '5' -> {
                    endBatch();
                    batch = new NachaBatch(line, statements.size() + 1, effective(line));
                    batches++;
                }
                case '6' -> inBatch(line, number, true);
                case '7' -> inBatch(line, number, false);
                case '8' -> {
                    if (batch == null) {
                        file.block("statement.stray", number);
                    } else {
                        batch.control(line);
                        all.add(batch.totals());
                        statements.add(batch.draft().build(warnings));
                        batch = null;
                    }
                }
                case '9' -> control(line);
                default -> file.block("statement.line", number, line.strip());
            }
        }

        private void inBatch(String line, int number, boolean entry) {
            if (batch == null) {
                file.block("statement.stray", number);
            } else if (entry) {
                batch.entry(line, number);
            } else {
                batch.addenda(line, number);
            }
        }

        /** Settlement day of the year, else the effective day, else the day on which the file was made. */
        private Optional<LocalDate> effective(String line) {
            Optional<LocalDate> intended = Days.yearMonthDay(line.substring(69, 75));
            Optional<LocalDate> near = intended.or(() -> created);
            String julian = line.substring(75, 78);
            if (near.isPresent() && julian.matches("[0-9]{3}") && !julian.equals("000")) {
                int day = Integer.parseInt(julian);
                int year = near.get().getYear() + (day < 60 && near.get().getMonthValue() == 12 ? 1 : 0);
                return day <= Year.of(year).length() ? Optional.of(LocalDate.ofYearDay(year, day)) : near;
            }
            return near;
        }

        private void control(String line) {
            ended = true;
            if (line.substring(1, 7).matches("[0-9]{6}")) {
                file.expectCount("9 (5)", Long.parseLong(line.substring(1, 7)), batches);
            }
            all.expect(file, "9", line.substring(13, 21), line.substring(21, 31), line.substring(31, 43), line.substring(43, 55));
        }

        private void endBatch() {
            if (batch != null) {
                batch.draft().block("statement.cut", "8");
                all.add(batch.totals());
                statements.add(batch.draft().build(warnings));
                batch = null;
            }
        }

        void end() {
            endBatch();
            if (!ended) {
                file.block("statement.cut", "9");
            }
            file.report(warnings);
        }
    }
}
