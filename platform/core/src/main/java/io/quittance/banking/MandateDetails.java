package io.quittance.banking;

import io.quittance.customer.CustomerId;
import io.quittance.spi.gateway.BankFiles.Scheme;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a payer has agreed to.
 *
 * @param reference under which the payer has signed it; empty for one of our making
 * @param holder    of the account, 1 to 70 characters
 * @param bic       may be empty
 * @param oneOff    for one collection only
 */
public record MandateDetails(CustomerId customer, String reference, String holder, String iban, String bic, LocalDate signedOn,
        Scheme scheme, boolean oneOff) {

    public MandateDetails {
        reference = reference == null ? "" : reference.strip();
        holder = holder == null ? "" : holder.strip();
        iban = iban == null ? "" : iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        bic = bic == null ? "" : bic.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Without the account's number. */
    @Override
    public String toString() {
        return "MandateDetails[" + customer + ", " + reference + ", " + signedOn + "]";
    }
}
