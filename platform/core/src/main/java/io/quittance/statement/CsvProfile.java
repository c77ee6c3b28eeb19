package io.quittance.statement;

import java.util.List;

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
        boolean inverted, String account, String currency, List<CsvRole> columns) {

    public CsvProfile {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
    }

    public int column(CsvRole role) {
        return columns.indexOf(role);
    }

    public CsvProfile of(String otherAccount, String otherCurrency) {
        return new CsvProfile(characterSet, delimiter, skip, headings, dateOrder, decimalSign, inverted, otherAccount, otherCurrency, columns);
    }

    /** It has what a line needs: a day and an amount. */
    public boolean isComplete() {
        return columns.contains(CsvRole.BOOKED_ON)
                && (columns.contains(CsvRole.AMOUNT) || columns.contains(CsvRole.DEBIT) || columns.contains(CsvRole.CREDIT));
    }
}
