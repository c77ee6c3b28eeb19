package io.quittance.invoice;

import io.quittance.spi.bank.CreditorReference;
import io.quittance.tenancy.TenantMark;
import java.util.List;
import java.util.Locale;

/**
 * What payers are asked to quote for an invoice: a creditor reference of its own, which ends with the mark of the tenant, so that
 * another tenant whose bank shows it sees that it is not its own.
 */
public final class PaymentReference {

    private PaymentReference() {
    }

    public static CreditorReference of(InvoiceId invoice, TenantMark ours) {
        return CreditorReference.of(Long.toString(invoice.value(), Character.MAX_RADIX).toUpperCase(Locale.ROOT) + ours);
    }

    /** As it is now, and as it was before references had a mark: both are on paper somewhere. */
    public static List<CreditorReference> all(InvoiceId invoice, TenantMark ours) {
        return List.of(of(invoice, ours), CreditorReference.of(invoice.value()));
    }
}
