package io.quittance.refund;

import java.util.Locale;

/** Where a refund is transferred to, as it was typed in. @param bic may be empty */
public record Payee(String name, String iban, String bic) {

    public Payee {
        name = name == null ? "" : name.strip();
        iban = iban == null ? "" : iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        bic = bic == null ? "" : bic.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Without the account's number. */
    @Override
    public String toString() {
        return name;
    }
}
