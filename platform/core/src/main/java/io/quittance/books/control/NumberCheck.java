package io.quittance.books.control;

import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every number that a counter has drawn stands on a document. Numbers of an earlier pattern of the series are not
 * recognised by the present one; there can be as many of them, at the beginning, as there are documents of another form.
 */
final class NumberCheck {

    private static final Pattern PART = Pattern.compile("\\{(yyyy|yy|seq(?::([1-9]))?)}");

    private NumberCheck() {
    }

    /** A counter of one series and period. */
    private record Counter(String series, String pattern, String period, long last) {

        /** As the series writes it; an independent reading of the pattern's rules. */
        String number(long sequence) {
            return PART.matcher(pattern).replaceAll(part -> Matcher.quoteReplacement(switch (part.group(1)) {
                case "yyyy" -> period;
                case "yy" -> period.substring(period.length() - 2);
                default -> part.group(2) == null ? Long.toString(sequence)
                        : String.format(Locale.ROOT, "%0" + part.group(2) + "d", sequence);
            }));
        }
    }

    static List<Finding> on(Connection connection, TenantBooks tenant) throws SQLException {
        Set<String> own = strings(connection, "SELECT number FROM " + tenant.schema() + "invoice_document WHERE imported = 0");
        Set<String> all = strings(connection, "SELECT number FROM " + tenant.schema() + "invoice_document");
        Set<String> credits = strings(connection, "SELECT number FROM " + tenant.schema() + "credit_note");
        Map<Boolean, List<Counter>> counters = counters(connection, tenant).stream()
                .collect(Collectors.partitioningBy(counter -> counter.series().equals("credit-note")));
        List<Finding> findings = gaps(counters.get(false), own, all, tenant);
        findings.addAll(gaps(counters.get(true), credits, credits, tenant));
        return findings;
    }

    private static List<Finding> gaps(List<Counter> counters, Set<String> own, Set<String> all, TenantBooks tenant) {
        List<Finding> findings = new ArrayList<>();
        Set<String> recognised = new HashSet<>();
        for (Counter counter : counters) {
            for (long sequence = 1; sequence <= counter.last(); sequence++) {
                recognised.add(counter.number(sequence));
            }
        }
        long otherForms = own.stream().filter(number -> !recognised.contains(number)).count();
        for (Counter counter : counters) {
            for (long sequence = otherForms + 1; sequence <= counter.last(); sequence++) {
                if (!all.contains(counter.number(sequence))) {
                    findings.add(new Finding(Invariant.NUMBERS_HAVE_NO_GAP, tenant.slug(), "series " + counter.series(),
                            counter.number(sequence), "no document with that number"));
                }
            }
        }
        return findings;
    }

    private static List<Counter> counters(Connection connection, TenantBooks tenant) throws SQLException {
        List<Counter> counters = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT c.series, s.pattern, c.period, c.last_used FROM "
                + tenant.schema() + "number_counter c JOIN " + tenant.schema() + "number_series s ON s.code = c.series");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counters.add(new Counter(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
            }
        }
        return counters;
    }

    private static Set<String> strings(Connection connection, String sql) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
