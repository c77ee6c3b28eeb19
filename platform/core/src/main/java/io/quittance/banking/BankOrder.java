package io.quittance.banking;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.refund.RefundId;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One order of a batch.
 *
 * @param endToEnd our name for it, which statements repeat
 * @param holder   who pays or is paid
 * @param debit    for a collection: by what and for what
 * @param refund   for a transfer: what it pays
 * @param reason   why it did not work; empty while it did
 * @param payment  what was recorded when it was collected
 */
public record BankOrder(long id, BatchId batch, String endToEnd, OrderState state, Money amount, Optional<CustomerId> customer,
        String holder, String iban, String bic, String text, LocalDate executeOn, Optional<Debit> debit, Optional<RefundId> refund,
        String reason, Optional<PaymentId> payment, Optional<LocalDate> endedOn) {

    /** What a collection stands on. */
    public record Debit(MandateId mandate, Sequence sequence, InvoiceId invoice, ClaimId claim) {
    }

    /** Without the account's number. */
    @Override
    public String toString() {
        return endToEnd + " " + amount + " " + state;
    }
}
