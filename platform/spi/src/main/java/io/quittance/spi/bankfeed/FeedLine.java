package io.quittance.spi.bankfeed;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A movement on the account.
 *
 * @param id                  the feed's name for it; empty when it has none
 * @param pending             announced only
 * @param replaces            the id of the announced line that this booked one takes the place of
 * @param bookedOn            civil day at the bank
 * @param amount              positive when money came in
 * @param bankReference       the bank's own, by which statements name the line, too; may be empty
 * @param counterparty        name of the other side; may be empty
 * @param counterpartyAccount IBAN or the bank's own number; may be empty
 * @param code                the bank's code for the kind of transaction; may be empty
 * @param texts               references and remittance information, as the feed gives them
 */
public record FeedLine(String id, boolean pending, Optional<String> replaces, LocalDate bookedOn, LocalDate valueOn, Money amount,
        String bankReference, String counterparty, String counterpartyAccount, String code, List<String> texts) {

    public FeedLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(replaces, "replaces");
        Objects.requireNonNull(bookedOn, "bookedOn");
        Objects.requireNonNull(valueOn, "valueOn");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(bankReference, "bankReference");
        Objects.requireNonNull(counterparty, "counterparty");
        Objects.requireNonNull(counterpartyAccount, "counterpartyAccount");
        Objects.requireNonNull(code, "code");
        texts = List.copyOf(texts);
    }
}
