package io.quittance.payment;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A gateway's transfer to the bank account. Until the bank's statement shows it, the money stays on the clearing account.
 *
 * @param gateway       plugin id
 * @param reference     the gateway's name for it
 * @param bankReference what the statement will say
 * @param net           gross less fee: the line on the statement; negative when the account is charged
 * @param payments      the gateway's names of what is in the batch
 */
public record PayoutRow(long id, String gateway, String reference, Money gross, Money fee, Money net, String bankReference,
        LocalDate arrivesOn, Instant announcedAt, List<String> payments) {

    public PayoutRow {
        payments = List.copyOf(payments);
    }
}
