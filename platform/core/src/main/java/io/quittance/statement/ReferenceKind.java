package io.quittance.statement;

import java.util.Locale;

/** Whose reference it is. */
public enum ReferenceKind {
    /** The bank's own for the entry: the one to recognise it by. */
    BANK,
    /** The payer's or payee's, passed through unchanged. */
    END_TO_END,
    /** Of a direct debit mandate. */
    MANDATE,
    /** Structured reference of the creditor: ISO 11649 (RF), Swiss QR and ISR, Belgian OGM, Nordic KID. */
    CREDITOR,
    /** Identifies the creditor of a direct debit. */
    CREDITOR_ID,
    /** The account owner's own: instruction, order or batch. */
    CUSTOMER,
    /** Of the payment in the clearing. */
    TRANSACTION,
    /** Number of a document that is paid. */
    DOCUMENT,
    /** Cheque number. */
    CHEQUE;

    /** As it is written in JSON, such as {@code end_to_end}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
