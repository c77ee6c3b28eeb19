package io.quittance.alert;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An alert as it is kept.
 *
 * @param label what people call the subject: an invoice's number, a gateway's reference, the type of a gap
 * @param day   on which it happened, in the tenant's zone
 */
public record AlertRow(long id, AlertKind kind, AlertSubject subject, long subjectId, String label, Money amount, LocalDate day,
        Instant raisedAt) {
}
