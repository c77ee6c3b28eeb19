package io.quittance.statement.control.swift;

import io.quittance.statement.EntryStatus;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.Days;
import io.quittance.statement.control.EntryDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 61 of MT940 and MT942.
 *
 * <p>A grammar of our own and not Prowide's: its component parser is made for valid messages and takes anything
 * ({@code 10.00} becomes 10, {@code garbage} a mark "g") where a statement from the wild must be understood or refused.
 * Prowide is what the tests hold this grammar to.
 *
 * @see "SWIFT Standards MT, category 9, MT940 field 61 and MT942 field 61"
 */
final class MtLine {

    /** Value date, entry date, mark, funds code, amount, type, the rest. */
    private static final Pattern FIELD = Pattern.compile(
            "^([0-9]{6}) ?([0-9]{6}|[0-9]{4})? ?(RC|RD|EC|ED|C|D)([A-Z]{0,3}) ?([0-9][0-9.,]*) ?(?:([A-Z][A-Z0-9]{3})(.*))?$",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_REFERENCE = 16;
    private static final int FULL_DAY = 6;

    private MtLine() {
    }

    /** Empty when it cannot be understood without doubt. */
    static Optional<EntryDraft> read(String value, boolean interim) {
        String first = value.lines().findFirst().orElse("").stripTrailing();
        Matcher field = FIELD.matcher(first);
        if (!field.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> valueOn = Days.yearMonthDay(field.group(1));
        Optional<BigDecimal> amount = Amounts.parse(field.group(5));
        if (valueOn.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> bookedOn = bookedOn(field.group(2), valueOn.get());
        String mark = field.group(3).toUpperCase(Locale.ROOT);
        boolean in = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
        EntryDraft entry = new EntryDraft().days(bookedOn, valueOn)
                .amount(in ? amount.get() : amount.get().negate())
                .reversal(mark.startsWith("R"))
                .status(interim || mark.startsWith("E") ? EntryStatus.PENDING : EntryStatus.BOOKED);
        if (field.group(6) != null) {
            entry.code(field.group(6));
            references(entry, field.group(7));
        }
        value.lines().skip(1).forEach(entry::remittance);
        return Optional.of(entry);
    }

    private static Optional<LocalDate> bookedOn(String said, LocalDate valueOn) {
        if (said == null) {
            return Optional.of(valueOn);
        }
        return said.length() == FULL_DAY ? Days.yearMonthDay(said) : Days.near(said, valueOn);
    }

    /** Owner's reference of up to 16 characters, then {@code //} and the bank's; Rabobank writes the name behind the first. */
    private static void references(EntryDraft entry, String rest) {
        int slashes = rest.indexOf("//");
        String owner = slashes < 0 ? rest : rest.substring(0, slashes);
        if (slashes >= 0) {
            entry.reference(ReferenceKind.BANK, rest.substring(slashes + 2));
        }
        if (owner.length() > LONGEST_REFERENCE && slashes < 0) {
            entry.remittance(owner.substring(LONGEST_REFERENCE));
            owner = owner.substring(0, LONGEST_REFERENCE);
        }
        entry.reference(ReferenceKind.CUSTOMER, owner);
    }
}
