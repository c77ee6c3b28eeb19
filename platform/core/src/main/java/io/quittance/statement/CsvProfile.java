package io.quittance.statement;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;

/**
 * How a bank writes its CSV.
 *
 * @param characterSet such as {@code windows-1252}; empty: found from the content
 * @param delimiter    one character
 * @param skip         rows before the headings, or before the first line where there are none
 * @param headings     of the columns; empty when the file has none. A file with the same ones is of the same bank
 * @param decimalSign  {@code .} or {@code ,}; the other one may group thousands
 * @param inverted     the bank writes money that went out without a sign and money that came in with one
 * @param account      of files that name none
 * @param currency     ISO 4217, of files that name none
 * @param columns      what each column holds
 */
public record CsvProfile(String characterSet, String delimiter, int skip, List<String> headings, DateOrder dateOrder, String decimalSign,
        boolean inverted, String account, String currency, List<CsvRole> columns) implements Serializable {

    private static final int MOST_SKIPPED = 1000;
    private static final int MOST_COLUMNS = 100;

    /** @throws IllegalArgumentException when no file can be read like that */
    public CsvProfile {
        characterSet = Objects.requireNonNullElse(characterSet, "");
        account = Objects.requireNonNullElse(account, "");
        currency = Objects.requireNonNullElse(currency, "");
        headings = headings == null ? List.of() : List.copyOf(headings);
        columns = columns == null ? List.of() : List.copyOf(columns);
        Objects.requireNonNull(dateOrder, "dateOrder");
        require(delimiter != null && delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0, "delimiter");
        require(".".equals(decimalSign) || ",".equals(decimalSign), "decimalSign");
        require(skip >= 0 && skip <= MOST_SKIPPED, "skip");
        require(columns.size() <= MOST_COLUMNS, "columns");
        require(characterSet.isEmpty() || characterSet.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,40}") && Charset.isSupported(characterSet),
                "characterSet");
    }

    private static void require(boolean holds, String part) {
        if (!holds) {
            throw new IllegalArgumentException(part + " of a CSV profile cannot be that");
        }
    }

    public int column(CsvRole role) {
        return columns.indexOf(role);
    }

    /** It has what a line needs: a day and an amount. */
    public boolean suffices() {
        return columns.contains(CsvRole.BOOKED_ON)
                && (columns.contains(CsvRole.AMOUNT) || columns.contains(CsvRole.DEBIT) || columns.contains(CsvRole.CREDIT));
    }
}
