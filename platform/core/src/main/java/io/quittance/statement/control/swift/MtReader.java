package io.quittance.statement.control.swift;

import io.quittance.statement.BankStatement;
import io.quittance.statement.StatementFile;
import io.quittance.statement.StatementFormat;
import io.quittance.statement.StatementWarning;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.EntryDraft;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.StatementDraft;
import io.quittance.statement.control.Unreadable;
import io.quittance.statement.control.swift.MtMessage.MtTag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads MT940 and MT942, any number of messages in a file, with or without the SWIFT blocks around them.
 *
 * @see "SWIFT Standards MT, category 9, MT940 Customer Statement and MT942 Interim Transaction Report"
 */
public final class MtReader implements FormatReader {

    private static final Pattern BEGINS = Pattern.compile("^:(20|25P?):", Pattern.MULTILINE);
    private static final Pattern STATES = Pattern.compile("^:(60[FM]|61|62[FM]|34F|90[DC]):", Pattern.MULTILINE);
    /** Mark, day, currency, amount. */
    private static final Pattern BALANCE = Pattern.compile("^(R?[CD]) ?([0-9]{6}) ?([A-Z]{3}) ?([0-9]*[0-9.,]+)$");
    private static final Pattern FLOOR = Pattern.compile("^([A-Z]{3}) ?[CD]?.*$");
    /** Count, currency, sum. */
    private static final Pattern SUM = Pattern.compile("^([0-9]{1,5})([A-Z]{3})([0-9][0-9.,]*)$");

    @Override
    public boolean recognises(Content content) {
        return BEGINS.matcher(content.text()).find() && STATES.matcher(content.text()).find();
    }

    @Override
    public StatementFile read(Content content) {
        List<StatementWarning> warnings = new ArrayList<>();
        List<BankStatement> statements = new ArrayList<>();
        for (MtMessage message : MtMessage.split(content.text())) {
            if (message.tags().stream().anyMatch(tag -> STATES.matcher(":" + tag.name() + ":").find())) {
                statements.add(statement(message, statements.size() + 1).build(warnings));
            }
        }
        if (statements.isEmpty()) {
            throw Unreadable.because("statement.none", "MT940");
        }
        return new StatementFile(statements.getFirst().format(), content.characterSet().name(), statements, warnings);
    }

    private static StatementDraft statement(MtMessage message, int place) {
        boolean interim = message.first("34F", "13D", "13").isPresent() && message.first("62F", "62M").isEmpty();
        StatementDraft draft = new StatementDraft(interim ? StatementFormat.MT942 : StatementFormat.MT940, place);
        message.first("25", "25P").ifPresent(tag -> draft.account(tag.firstLine()));
        message.first("28C", "28").ifPresent(tag -> draft.number(tag.firstLine()));
        for (MtTag tag : message.tags()) {
            switch (tag.name()) {
                case "60F", "60M" -> balance(draft, tag, true);
                case "62F", "62M" -> balance(draft, tag, false);
                case "34F" -> floor(draft, tag);
                default -> { }
            }
        }
        entries(draft, message.tags(), interim);
        if (!message.strays().isEmpty()) {
            draft.block("statement.stray", message.strays().getFirst().line());
            entries(draft, message.strays(), interim);
        }
        message.tags().stream().filter(tag -> tag.name().startsWith("90")).forEach(tag -> sum(draft, tag));
        if (!interim) {
            draft.requireBalances();
        }
        return draft;
    }

    private static void entries(StatementDraft draft, List<MtTag> tags, boolean interim) {
        EntryDraft current = null;
        StringBuilder details = new StringBuilder();
        for (MtTag tag : tags) {
            switch (tag.name()) {
                case "61" -> {
                    close(current, details);
                    Optional<EntryDraft> entry = MtLine.read(tag.value(), interim);
                    entry.ifPresentOrElse(draft::add, () -> draft.block("statement.line", tag.line(), tag.firstLine()));
                    current = entry.orElse(null);
                }
                case "86" -> details.append(details.isEmpty() ? "" : "\n").append(tag.value());
                case "NS" -> { }
                default -> {
                    close(current, details);
                    current = null;
                }
            }
        }
        close(current, details);
    }

    private static void close(EntryDraft entry, StringBuilder details) {
        if (entry != null && !details.isEmpty()) {
            MtDetails.read(details.toString(), entry);
        }
        details.setLength(0);
    }

    private static void balance(StatementDraft draft, MtTag tag, boolean opening) {
        Matcher field = BALANCE.matcher(tag.firstLine());
        Optional<BigDecimal> amount = field.matches() ? Amounts.parse(field.group(4)) : Optional.empty();
        Optional<LocalDate> day = field.matches() ? Days.yearMonthDay(field.group(2)) : Optional.empty();
        if (amount.isEmpty()) {
            draft.block("statement.line", tag.line(), ":" + tag.name() + ":" + tag.firstLine());
            return;
        }
        currency(draft, field.group(3));
        boolean overdrawn = field.group(1).equals("D") || field.group(1).equals("RC");
        BigDecimal signed = overdrawn ? amount.get().negate() : amount.get();
        if (!opening) {
            draft.closing(signed, day);
        } else if (!draft.hasOpening()) {
            draft.opening(signed, day);
        }
    }

    private static void floor(StatementDraft draft, MtTag tag) {
        Matcher field = FLOOR.matcher(tag.firstLine());
        if (field.matches()) {
            currency(draft, field.group(1));
        }
    }

    private static void currency(StatementDraft draft, String said) {
        draft.currency(said);
        if (!draft.currency().equals(said)) {
            draft.block("statement.currency", said, draft.currency());
        }
    }

    /** Number and sum of the debits (90D) or credits (90C). */
    private static void sum(StatementDraft draft, MtTag tag) {
        Matcher field = SUM.matcher(tag.firstLine());
        Optional<BigDecimal> stated = field.matches() ? Amounts.parse(field.group(3)) : Optional.empty();
        if (stated.isEmpty()) {
            return;
        }
        int sign = tag.name().equals("90D") ? -1 : 1;
        List<BigDecimal> amounts = draft.entries().stream().map(entry -> entry.build(draft.currency()))
                .map(entry -> entry.amount()).filter(amount -> amount.signum() == sign).toList();
        draft.expectCount(":" + tag.name() + ":", Long.parseLong(field.group(1)), amounts.size());
        draft.expect(":" + tag.name() + ":", stated.get(), amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).abs());
    }
}
