package io.quittance.order.control.einvoice;

import io.quittance.Fault;
import io.quittance.xml.Elements;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Takes values out of a document and remembers what it cannot take, so that all faults are told at once. */
final class Reading {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,12})?|\\.\\d{1,12})");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(Z|[+-]\\d{2}:\\d{2})?");
    private static final int LONGEST_SHOWN = 60;

    private final List<Fault> faults = new ArrayList<>();

    void fault(String field, Object value, String rule, Object... arguments) {
        String shown = String.valueOf(value);
        faults.add(Fault.of(field, shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown, rule, arguments));
    }

    List<Fault> faults() {
        return faults;
    }

    static String text(Element from, String... paths) {
        return Elements.text(from, paths).map(Reading::oneLine).orElse("");
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** An exact decimal with a point, as XML Schema writes it. */
    Optional<BigDecimal> number(Element from, String field, String... paths) {
        return Elements.text(from, paths).flatMap(text -> number(field, text));
    }

    Optional<BigDecimal> number(String field, String text) {
        if (!DECIMAL.matcher(text).matches()) {
            fault(field, text, "einvoice.number");
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    /** {@code 2026-11-22}, as UBL writes it, with a zone or without: an invoice's days are civil ones. */
    Optional<LocalDate> isoDay(Element from, String field, String... paths) {
        return Elements.text(from, paths).flatMap(text -> {
            var shape = ISO_DAY.matcher(text);
            return shape.matches() ? day(field, shape.group(1), DateTimeFormatter.ISO_LOCAL_DATE) : noDay(field, text);
        });
    }

    /** {@code 20261122}, format 102 of UN/EDIFACT 2379, as CII writes it. */
    Optional<LocalDate> compactDay(Element from, String field, String path) {
        return Elements.first(from, path).flatMap(element -> {
            String text = element.getTextContent().strip();
            String format = element.getAttribute("format");
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return format.equals("102") || format.isEmpty() ? day(field, text, COMPACT) : noDay(field, text);
        });
    }

    private Optional<LocalDate> day(String field, String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException noSuchDay) {
            return noDay(field, text);
        }
    }

    private Optional<LocalDate> noDay(String field, String text) {
        fault(field, text, "einvoice.day");
        return Optional.empty();
    }
}
