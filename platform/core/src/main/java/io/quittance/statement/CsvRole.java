package io.quittance.statement;

/** What a column of a bank's CSV holds. */
public enum CsvRole {
    IGNORED,
    BOOKED_ON,
    VALUE_ON,
    /** Signed, or made so by {@link #DIRECTION}. */
    AMOUNT,
    /** Money that went out, with or without a sign. */
    DEBIT,
    /** Money that came in. */
    CREDIT,
    /** Says of the amount whether it went out or came in. */
    DIRECTION,
    /** Of the account after the line. */
    BALANCE,
    CURRENCY,
    /** The account that the statement is of. */
    ACCOUNT,
    NAME,
    PARTY_ACCOUNT,
    PARTY_BIC,
    TEXT,
    /** The bank's own reference. */
    REFERENCE,
    END_TO_END,
    MANDATE,
    CREDITOR_ID,
    CREDITOR_REFERENCE,
    /** Tells lines that are announced from those that are booked. */
    STATUS
}
