package io.quittance.statement;

import java.util.Locale;

/** A family of statement files. */
public enum StatementFormat {
    /** ISO 20022 account report of the running day; entries may be pending. */
    CAMT_052,
    /** ISO 20022 statement of booked entries with balances. */
    CAMT_053,
    /** ISO 20022 notification of debits and credits; no balances. */
    CAMT_054,
    /** SWIFT customer statement. */
    MT940,
    /** SWIFT interim report; its entries are not final. */
    MT942,
    /** Open Financial Exchange, as SGML (1.x, QFX) or XML (2.x). */
    OFX,
    /** Quicken Interchange Format. */
    QIF,
    /** BAI2 cash management file. */
    BAI2,
    /** Coded statement of account of the Belgian banks. */
    CODA,
    /** File of the US automated clearing house; returns carry a reason. */
    NACHA,
    /** Comma-separated values by a bank's own columns. */
    CSV,
    /** No file: lines that a bank feed told at one look. */
    FEED;

    /** Such as {@code camt.053} or {@code mt940}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
