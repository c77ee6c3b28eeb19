package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.control.DiscountTermRows;
import io.quittance.invoice.control.InvoiceRows;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is offered to those who pay early. What an issued invoice offers can never be changed. */
@Boundary
public class DiscountOffers {

    private static final String TERMS = "discount-terms";

    @Inject
    DiscountTermRows rows;
    @Inject
    InvoiceRows invoices;
    @Inject
    Customers customers;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;

    @Requires(Permission.CUSTOMER_READ)
    public Optional<DiscountTerms> ofCustomer(CustomerId customer) {
        return rows.ofCustomer(customer);
    }

    /**
     * For invoices that are issued from now on and say nothing else.
     *
     * @param terms empty for none
     * @return why it was refused; empty when it was changed
     */
    @Requires(Permission.CUSTOMER_WRITE)
    public List<Fault> change(CustomerId customer, Optional<DiscountTerms> terms) {
        if (customers.find(customer).isEmpty()) {
            return List.of(Fault.of("customer", customer, "customer.unknown"));
        }
        List<Fault> faults = terms.map(DiscountTerms::check).orElse(List.of());
        if (faults.isEmpty()) {
            audit.record("changed", TERMS, customer.value(), rows.ofCustomer(customer).orElse(null), terms.orElse(null));
            rows.write(customer, terms);
        }
        return faults;
    }

    /** What a draft will offer where it differs from its customer's terms. */
    @Requires(Permission.INVOICE_READ)
    public Optional<DiscountTerms> ofDraft(InvoiceId draft) {
        return rows.ofDraft(draft);
    }

    /** @param terms empty for those of the customer. @return why it was refused; empty when it was changed */
    @Requires(Permission.INVOICE_WRITE)
    public List<Fault> changeDraft(InvoiceId draft, Optional<DiscountTerms> terms) {
        if (invoices.lock(draft).filter(found -> found.status() == DocumentStatus.DRAFT).isEmpty()) {
            return List.of(Fault.of("invoice", draft, "discount.notADraft"));
        }
        List<Fault> faults = terms.map(DiscountTerms::check).orElse(List.of());
        if (faults.isEmpty()) {
            audit.record("changed", TERMS, draft.value(), rows.ofDraft(draft).orElse(null), terms.orElse(null));
            rows.write(draft, terms);
            changes.announce("invoice", draft.value());
        }
        return faults;
    }

    /** What those of the invoices offer that do, as frozen with them. */
    @Requires({Permission.INVOICE_READ, Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public Map<InvoiceId, DiscountOffer> of(Collection<InvoiceId> invoices) {
        return rows.offers(invoices);
    }
}
