package io.quittance.reconciliation;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One booked movement on the bank account.
 *
 * @param amount    positive when money came in
 * @param counterpartyAccount IBAN or the bank's own number of the other side; may be empty
 * @param texts     references and remittance information, as the bank gave them
 * @param gap       present for a discrepancy
 * @param expected  what was announced; present for a discrepancy
 * @param matched   what it was matched to; present unless open
 * @param matchedId the payout's, the payment's or the order's id; zero while open
 * @param returnReason why money came back, such as {@code AM04}; empty for anything else
 */
public record StatementLine(long id, LocalDate bookedOn, LocalDate valueOn, Money amount, String bankReference, String counterparty,
        String counterpartyAccount, List<String> texts, LineState state, Optional<Gap> gap, Optional<Money> expected,
        Optional<MatchKind> matched, long matchedId,
        String returnReason) {

    public StatementLine {
        texts = List.copyOf(texts);
    }
}
