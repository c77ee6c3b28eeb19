package io.quittance.payment.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.PaymentStory;
import io.quittance.payment.PaymentView;
import io.quittance.payment.control.PaymentQueries;
import io.quittance.payment.control.PaymentStories;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads payments. How money comes in is {@code ManualPayments} of allocation and {@code PaymentIntake} of intake. */
@Boundary
public class Payments {

    @Inject
    PaymentQueries queries;
    @Inject
    PaymentStories stories;

    @Requires(Permission.PAYMENT_READ)
    public Page<PaymentRow> page(PaymentFilter filter, Page.Request<PaymentSort> request) {
        return queries.page(filter, request);
    }

    @Requires(Permission.PAYMENT_READ)
    public Optional<PaymentView> find(PaymentId payment) {
        return queries.find(payment);
    }

    /** By the gateway's own name. @param gateway plugin id, or {@link PaymentRow#BY_HAND} */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ})
    public Optional<PaymentRow> find(String gateway, String reference) {
        return queries.find(gateway, reference);
    }

    /** All that is known of their money, in the order of their ids; those that do not exist are left out. */
    @Requires({Permission.RECONCILIATION_READ, Permission.SYSTEM})
    public List<PaymentStory> stories(Collection<PaymentId> payments) {
        return stories.of(payments);
    }

    /** By their ids; those that do not exist are left out. */
    @Requires({Permission.PAYMENT_READ, Permission.RECONCILIATION_READ})
    public List<PaymentRow> all(List<PaymentId> payments) {
        return queries.all(payments);
    }
}
