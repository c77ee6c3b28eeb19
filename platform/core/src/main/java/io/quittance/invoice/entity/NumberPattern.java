package io.quittance.invoice.entity;

import io.quittance.invoice.InvoiceNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a series writes its numbers, such as <code>INV-{yyyy}-{seq:5}</code>. With a year in it the sequence begins anew
 * every year; without one it runs on for ever.
 */
public record NumberPattern(String text) {

    private static final Pattern PART = Pattern.compile("\\{(yyyy|yy|seq(?::([1-9]))?)}");
    private static final Pattern SEQUENCE = Pattern.compile("\\{seq(:[1-9])?}");

    public NumberPattern {
        if (!isPattern(text)) {
            throw new IllegalArgumentException("a number pattern has exactly one {seq} or {seq:1} to {seq:9} and may have {yyyy} or {yy},"
                    + " but it is '" + text + "'");
        }
    }

    /** Exactly one sequence, no unknown part, no control character, short enough with a sequence of ten digits. */
    public static boolean isPattern(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        boolean one = sequence.find() && !sequence.find();
        String rest = PART.matcher(text).replaceAll("");
        return one && rest.matches("[A-Za-z0-9 ._/#-]*") && rest.equals(rest.strip()) && rest.length() <= InvoiceNumber.LONGEST - 14;
    }

    /** The span within which the sequence counts: the year of the issue date, or nothing. */
    public String period(LocalDate issueDate) {
        return text.contains("{yyyy}") || text.contains("{yy}") ? String.valueOf(issueDate.getYear()) : "";
    }

    /** @param sequence from 1 */
    public InvoiceNumber number(LocalDate issueDate, long sequence) {
        String year = String.format(Locale.ROOT, "%04d", issueDate.getYear());
        return new InvoiceNumber(PART.matcher(text).replaceAll(part -> switch (part.group(1)) {
            case "yyyy" -> year;
            case "yy" -> year.substring(2);
            default -> padded(sequence, part.group(2));
        }));
    }

    private static String padded(long sequence, String width) {
        return width == null ? String.valueOf(sequence) : String.format(Locale.ROOT, "%0" + width + "d", sequence);
    }
}
