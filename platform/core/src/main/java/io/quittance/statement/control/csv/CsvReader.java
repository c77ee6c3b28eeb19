package io.quittance.statement.control.csv;

import io.quittance.statement.BankStatement;
import io.quittance.statement.CsvProfile;
import io.quittance.statement.CsvRole;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.DayOrder;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a bank's CSV by a profile. Without one it is guessed: then the file is read for a person to look at, and imported
 * only where nothing about it is open.
 */
public final class CsvReader implements FormatReader {

    @Override
    public boolean recognises(Content content) {
        String text = content.text().stripLeading();
        return !text.startsWith("<") && !text.startsWith("{") && text.indexOf('\u0000') < 0 && CsvGuess.of(content).isPresent();
    }

    @Override
    public StatementFile read(Content content) {
        CsvProfile guess = CsvGuess.of(content).orElseThrow(() -> Unreadable.because("statement.unknown"));
        return read(content, guess, true);
    }

    /** By a profile that a person has confirmed. */
    public StatementFile read(Content content, CsvProfile profile) {
        Content text = profile.characterSet().isEmpty() ? content : content.as(Charset.forName(profile.characterSet()));
        return read(text, profile, false);
    }

    /** The first rows behind the headings, as they are written. */
    public List<List<String>> rows(Content content, CsvProfile profile, int most) {
        Content text = profile.characterSet().isEmpty() ? content : content.as(Charset.forName(profile.characterSet()));
        int from = profile.skip() + (profile.headings().isEmpty() ? 0 : 1);
        List<List<String>> rows = CsvRows.read(text.text(), profile.delimiter(), from + most);
        return rows.subList(Math.min(from, rows.size()), rows.size());
    }

    private static StatementFile read(Content content, CsvProfile profile, boolean guessed) {
        List<List<String>> rows = CsvRows.read(content.text(), profile.delimiter(), Integer.MAX_VALUE);
        int from = Math.min(rows.size(), profile.skip() + (profile.headings().isEmpty() ? 0 : 1));
        Map<String, CsvAccount> accounts = new LinkedHashMap<>();
        int number = from;
        for (List<String> row : rows.subList(from, rows.size())) {
            number++;
            CsvRow line = new CsvRow(profile, row, number);
            if (line.isFooter()) {
                continue;
            }
            String account = line.textOr(CsvRole.ACCOUNT, profile.account());
            String currency = line.textOr(CsvRole.CURRENCY, profile.currency());
            accounts.computeIfAbsent(account + "\n" + currency, _ -> new CsvAccount(
                    new StatementDraft(StatementFormat.CSV, accounts.size() + 1).account(account.replace(" ", "")).currency(currency)))
                    .take(line);
        }
        if (accounts.isEmpty()) {
            throw Unreadable.because("statement.none", "CSV");
        }
        List<StatementWarning> warnings = new ArrayList<>();
        List<BankStatement> statements = new ArrayList<>();
        List<String> days = rows.subList(from, rows.size()).stream().map(row -> new CsvRow(profile, row, 0))
                .filter(line -> !line.isFooter()).map(line -> line.text(CsvRole.BOOKED_ON)).filter(day -> !day.isEmpty()).toList();
        for (CsvAccount account : accounts.values()) {
            if (guessed && DayOrder.isUnclear(days)) {
                account.draft().block("statement.unclearDays", days.getFirst());
            }
            statements.add(account.close().build(warnings));
        }
        return new StatementFile(StatementFormat.CSV, content.characterSet().name(), statements, warnings);
    }
}
