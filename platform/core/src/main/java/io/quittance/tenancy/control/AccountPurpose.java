package io.quittance.tenancy.control;

/** What one of a tenant's two database accounts is for. */
enum AccountPurpose {
    /** May change the schema; used by migrations only. */
    MIGRATION('m'),
    /** May read and insert, and change only what is listed as mutable. */
    RUNTIME('r');

    private final char letter;

    AccountPurpose(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
