package io.quittance.reconciliation.entity;

import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Money that came in, with what the bank says about it.
 *
 * @param amount       positive
 * @param texts        references and remittance information
 * @param payerName    may be empty
 * @param payerAccount IBAN or the bank's own number; may be empty
 */
public record Movement(long id, LocalDate bookedOn, Money amount, List<String> texts, String payerName, String payerAccount) {

    public Movement {
        texts = List.copyOf(texts);
    }
}
