package io.quittance.statement.control.qif;

import io.quittance.statement.BankStatement;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.DayOrder;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads QIF. The format names no currency and no closing balance, and writes days as the program was set: it is read for
 * a person to look at and imported only where account, currency and order of the days are known besides.
 *
 * @see "Quicken Interchange Format (QIF) files, Intuit"
 */
public final class QifReader implements FormatReader {

    private static final Pattern BEGINS = Pattern.compile("(?im)^!(Type:|Account|Option:)");
    private static final Pattern KINDS = Pattern.compile("(?i)!Type:\\s*(Bank|CCard|Cash|Oth A|Oth L)\\s*");
    private static final String OPENING = "opening balance";

    /** Lines of a record by their first letter, in order. */
    private record Item(List<String> lines) {

        String first(char letter) {
            return lines.stream().filter(line -> line.charAt(0) == letter).map(line -> line.substring(1).strip()).findFirst().orElse("");
        }

        List<String> all(char letter) {
            return lines.stream().filter(line -> line.charAt(0) == letter).map(line -> line.substring(1).strip()).toList();
        }
    }

    /** What stands below one heading. */
    private record Section(String account, List<Item> items) {
    }

    @Override
    public boolean recognises(Content content) {
        return BEGINS.matcher(content.head()).find();
    }

    @Override
    public StatementFile read(Content content) {
        List<StatementWarning> warnings = new ArrayList<>();
        List<BankStatement> statements = new ArrayList<>();
        for (Section section : sections(content.text())) {
            statements.add(statement(section, statements.size() + 1).build(warnings));
        }
        if (statements.isEmpty()) {
            throw Unreadable.because("statement.none", "QIF");
        }
        return new StatementFile(StatementFormat.QIF, content.characterSet().name(), statements, warnings);
    }

    private static List<Section> sections(String text) {
        List<Section> sections = new ArrayList<>();
        List<Item> items = null;
        List<String> lines = new ArrayList<>();
        boolean naming = false;
        String account = "";
        for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            if (line.startsWith("!")) {
                naming = line.equalsIgnoreCase("!Account");
                items = KINDS.matcher(line).matches() ? new ArrayList<>() : line.regionMatches(true, 0, "!Type:", 0, 6) ? null : items;
                if (KINDS.matcher(line).matches()) {
                    sections.add(new Section(account, items));
                }
            } else if (line.startsWith("^")) {
                Item item = new Item(List.copyOf(lines));
                if (naming) {
                    account = item.first('N');
                } else if (items != null && !lines.isEmpty()) {
                    items.add(item);
                }
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        if (items != null && lines.stream().anyMatch(line -> line.charAt(0) == 'T')) {
            items.add(new Item(List.copyOf(lines)));
        }
        return sections;
    }

    private static StatementDraft statement(Section section, int place) {
        StatementDraft draft = new StatementDraft(StatementFormat.QIF, place).account(section.account());
        List<String> days = section.items().stream().map(item -> item.first('D')).filter(day -> !day.isEmpty()).toList();
        List<DayOrder> orders = DayOrder.possible(days);
        DayOrder order = orders.contains(DayOrder.MONTH_DAY_YEAR) && DayOrder.isUnclear(days) || orders.isEmpty()
                ? DayOrder.MONTH_DAY_YEAR : orders.getFirst();
        if (DayOrder.isUnclear(days)) {
            draft.block("statement.unclearDays", days.getFirst());
        }
        section.items().forEach(item -> entry(item, order, draft));
        return draft;
    }

    private static void entry(Item item, DayOrder order, StatementDraft draft) {
        String said = item.first('T').isEmpty() ? item.first('U') : item.first('T');
        Optional<BigDecimal> amount = Amounts.parse(said);
        if (amount.isEmpty()) {
            draft.block("statement.amount", said);
            return;
        }
        if (item.first('P').toLowerCase(Locale.ROOT).startsWith(OPENING) && draft.entries().isEmpty()) {
            draft.opening(amount.get(), order.parse(item.first('D')));
            if (draft.account().isEmpty()) {
                draft.account(item.first('L').replaceAll("^\\[|\\]$", ""));
            }
            return;
        }
        List<BigDecimal> parts = item.all('$').stream().map(Amounts::parse).flatMap(Optional::stream).toList();
        if (!parts.isEmpty()) {
            draft.expect("$", amount.get(), parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        EntryDraft entry = new EntryDraft().amount(amount.get()).days(order.parse(item.first('D')), Optional.empty())
                .counterparty(item.first('P'), "", "").remittance(item.first('P')).remittance(item.first('M'));
        if (item.first('N').matches("[0-9]+")) {
            entry.reference(ReferenceKind.CHEQUE, item.first('N'));
        } else {
            entry.code(item.first('N'));
        }
        draft.add(entry);
    }
}
