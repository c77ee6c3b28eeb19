package io.quittance.invoice;

import io.quittance.spi.bank.CreditorReference;
import io.quittance.tenancy.TenantMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What payers are asked to quote for an invoice: a creditor reference of its own, which ends with the mark of the tenant, so that
 * another tenant whose bank shows it sees that it is not its own.
 */
public final class PaymentReference {

    /** RF and the check digits. */
    private static final int CHECKED = 4;

    private PaymentReference() {
    }

    public static CreditorReference of(InvoiceId invoice, TenantMark ours) {
        return CreditorReference.of(Long.toString(invoice.value(), Character.MAX_RADIX).toUpperCase(Locale.ROOT) + ours);
    }

    /** As it is now, and as it was before references had a mark: both are on paper somewhere. */
    public static List<CreditorReference> all(InvoiceId invoice, TenantMark ours) {
        return List.of(of(invoice, ours), CreditorReference.of(invoice.value()));
    }

    /** The invoice that one of our references would stand for, with our mark or from before there were marks. */
    public static Optional<InvoiceId> invoice(CreditorReference reference, TenantMark ours) {
        String body = reference.value().substring(CHECKED);
        String id = body.endsWith(ours.value()) ? body.substring(0, body.length() - TenantMark.LENGTH) : body;
        return id.matches("[0-9A-Z]{1,12}") ? Optional.of(new InvoiceId(Long.parseLong(id, Character.MAX_RADIX))) : Optional.empty();
    }
}
