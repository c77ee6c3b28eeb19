package io.quittance.payment.boundary;

import io.quittance.invoice.InvoiceId;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptView;
import io.quittance.payment.CheckoutOrder;
import io.quittance.payment.CheckoutResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Lets a debtor, or staff on the debtor's behalf, pay on a gateway's hosted page. The attempt is recorded and committed
 * before the gateway is called, so whatever happens then can be asked after. Must not be called inside a unit of work.
 */
@ApplicationScoped
public class Checkouts {

    /** Needs PORTAL_PAY for the link's own invoice, or PAYMENT_RECORD. */
    public CheckoutResult start(CheckoutOrder order) {
        throw new UnsupportedOperationException();
    }

    /** The payer's browser came back: proves nothing, but the gateway is asked soon in case its callback got lost. */
    public void returned(AttemptId attempt) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. Needs PAYMENT_READ, or PORTAL_VIEW for the link's own invoice. */
    public List<AttemptView> attempts(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }
}
