package io.quittance.allocation;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Money that came in past the gateways: cash, a cheque, a transfer.
 *
 * @param key          chosen by the caller, new for each payment: the same key is recorded once however often it is sent
 * @param receivedOn   civil day in the tenant's zone
 * @param reference    cheque number, reference of the transfer or similar; may be empty
 * @param purpose      invoices that the payer named, in that order; empty when none was
 * @param restToOldest whether what the named invoices leave goes to the customer's oldest due claims, else to unapplied cash
 * @param exchange     how it settles claims in another currency; empty for those of its own
 */
public record ManualPayment(String key, CustomerId customer, Money amount, PaymentMethod method, LocalDate receivedOn, String reference,
        List<InvoiceId> purpose, boolean restToOldest, Optional<Exchange> exchange) {

    /** Money in the currency of what it is for. */
    public ManualPayment(String key, CustomerId customer, Money amount, PaymentMethod method, LocalDate receivedOn, String reference,
            List<InvoiceId> purpose, boolean restToOldest) {
        this(key, customer, amount, method, receivedOn, reference, purpose, restToOldest, Optional.empty());
    }

    public ManualPayment {
        reference = reference == null ? "" : reference.strip();
        purpose = List.copyOf(purpose);
    }
}
