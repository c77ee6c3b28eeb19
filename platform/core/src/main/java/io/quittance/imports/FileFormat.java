package io.quittance.imports;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * The rules under which a file is read.
 *
 * @param delimiter empty: the one of comma, semicolon and tab that the header line uses
 * @param columns   our column name to the header's own; empty: known names and their synonyms are recognised
 * @param currency  of rows that name none; empty: the tenant's own
 */
public record FileFormat(
        CharacterSet characters,
        Optional<Delimiter> delimiter,
        DateStyle dates,
        DecimalSign decimals,
        Map<String, String> columns,
        Optional<Currency> currency) {

    public FileFormat {
        columns = Map.copyOf(columns);
    }

    /** UTF-8, delimiter from the header, ISO dates, decimal point, recognised columns, the tenant's currency. */
    public static FileFormat standard() {
        return new FileFormat(CharacterSet.UTF_8, Optional.empty(), DateStyle.ISO, DecimalSign.POINT, Map.of(), Optional.empty());
    }
}
