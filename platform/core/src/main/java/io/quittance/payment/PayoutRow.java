package io.quittance.payment;

import io.quittance.spi.gateway.PaymentEvent;
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
 * @param net           gross less fee and reserve: the line on the statement; negative when the account is charged
 * @param payments      the gateway's names of what is in the batch; empty where it does not say
 * @param reserve       held back for later; negative when the gateway lets go of what it held back
 * @param conversions   those of the payments that were paid in another currency, where the gateway says so
 */
public record PayoutRow(long id, String gateway, String reference, Money gross, Money fee, Money net, String bankReference,
        LocalDate arrivesOn, Instant announcedAt, List<String> payments, Money reserve, List<PaymentEvent.Conversion> conversions) {

    public PayoutRow {
        payments = List.copyOf(payments);
        conversions = List.copyOf(conversions);
    }
}
