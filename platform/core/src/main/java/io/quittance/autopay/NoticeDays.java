package io.quittance.autopay;

import io.quittance.spi.gateway.MethodKind;
import java.io.Serializable;

/**
 * Calendar days, in the tenant's zone, between telling a payer of a charge and charging.
 *
 * @param directDebit for direct debits; SEPA asks for 14 unless the parties agree otherwise (EPC016-06, 4.3.4)
 * @param other       for every other method
 */
public record NoticeDays(int directDebit, int other) implements Serializable {

    /** For a kind of method, such as {@code DIRECT_DEBIT}. */
    public int of(String method) {
        return MethodKind.DIRECT_DEBIT.name().equals(method) ? directDebit : other;
    }

    /** As long as both ask for. */
    public NoticeDays orLonger(NoticeDays than) {
        return new NoticeDays(Math.max(directDebit, than.directDebit), Math.max(other, than.other));
    }
}
