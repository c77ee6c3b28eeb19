package io.quittance.fourway;

import io.quittance.reconciliation.Gap;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A gap as a comparison finds it.
 *
 * @param reason  what is wrong
 * @param subject what it is about: the same gap is always found with the same reason and subject
 * @param day     on which the others say it happened
 * @param amount  how much of the four does not agree; never negative
 * @param records to look at, the likeliest first
 * @param said    parameters of the sentences, already as people write them
 */
public record Finding(Reason reason, String subject, LocalDate day, Money amount, List<RecordRef> records, List<String> said) {

    public Finding {
        amount = amount.abs();
        records = List.copyOf(records);
        said = List.copyOf(said);
    }

    public Gap gap() {
        return reason.gap();
    }

    /** With which of the four it is. */
    public Leg at() {
        return reason.at();
    }

    /** The same for the same gap, however often it is looked for. */
    public String key() {
        return reason + ":" + subject;
    }
}
