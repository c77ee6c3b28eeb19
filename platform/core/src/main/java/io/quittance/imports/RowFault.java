package io.quittance.imports;

import io.quittance.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * Why one row was not imported.
 *
 * @param column  our name of the column; empty when it is about the row as a whole
 * @param value   as written in the file
 * @param details what {@link Reason}'s text names, in its order
 */
public record RowFault(Reason reason, String column, String value, List<String> details) {

    public RowFault {
        details = List.copyOf(details);
    }

    public static RowFault of(Reason reason, String column, String value, Object... details) {
        return new RowFault(reason, column, value, List.of(details).stream().map(String::valueOf).toList());
    }

    /** What a feature refused of the row; its text is the feature's own. */
    public static RowFault refused(Fault fault) {
        List<String> details = new ArrayList<>(List.of(fault.rule()));
        details.addAll(fault.arguments());
        return new RowFault(Reason.REFUSED, fault.field(), fault.value(), details);
    }

    /** The texts are in the bundle {@code io.quittance.imports.texts} under {@code row.<name>}. */
    public enum Reason {
        /** Details: cells found, cells expected. */
        CELL_COUNT,
        MISSING,
        /** Details: characters allowed. */
        TOO_LONG,
        CONTROL_CHARACTER,
        /** Details: date style. */
        NOT_A_DATE,
        DATE_OUT_OF_RANGE,
        /** Details: decimal sign. */
        NOT_AN_AMOUNT,
        /** Details: currency, decimals it has. */
        TOO_MANY_DECIMALS,
        AMOUNT_TOO_LARGE,
        NOT_POSITIVE,
        NEGATIVE,
        UNKNOWN_CURRENCY,
        UNKNOWN_COUNTRY,
        UNKNOWN_LANGUAGE,
        NOT_AN_EMAIL,
        NOT_YES_OR_NO,
        /** Details: numbers allowed. */
        NOT_A_NUMBER,
        /** Details: values allowed. */
        UNKNOWN_VALUE,
        DUE_BEFORE_ISSUE,
        PAID_BEFORE_ISSUE,
        PAID_IN_FUTURE,
        TAX_EXCEEDS_AMOUNT,
        OPEN_EXCEEDS_AMOUNT,
        /** Details: amount, paid, open. */
        PARTS_DIFFER,
        /** Details: line of the first. */
        TWICE_IN_FILE,
        EXISTS_ALREADY,
        UNKNOWN_CUSTOMER,
        UNKNOWN_INVOICE,
        /** Details: the invoice's currency. */
        CURRENCY_DIFFERS,
        /** Details: what is open. */
        EXCEEDS_OPEN,
        /** Details: the refused fault's rule, then its arguments. */
        REFUSED
    }
}
