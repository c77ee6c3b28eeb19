package io.quittance.autopay.control;

import io.quittance.LocalText;
import io.quittance.autopay.Agreement;
import io.quittance.autopay.ChargeState;
import io.quittance.autopay.boundary.AutopayUnits;
import io.quittance.autopay.control.ChargeRows.Planned;
import io.quittance.delivery.boundary.InvoiceMail;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Tells a payer that a charge did not work, and how to pay instead. */
@ApplicationScoped
public class FailureMail implements OutboxKind {

    /** Its name, also of its template. */
    public static final String KIND = "autopay-failed";

    @Inject
    AutopayUnits units;
    @Inject
    InvoiceList invoices;
    @Inject
    InvoiceMail mail;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Composed compose(OutboxItem item) {
        Optional<Planned> charge = units.charge(Long.parseLong(item.payload().get("charge")))
                .filter(planned -> planned.row().state() == ChargeState.FAILED);
        Optional<InvoiceView> invoice = invoices.find(new InvoiceId(item.subjectId())).filter(view -> view.row().open().isPositive());
        if (charge.isEmpty() || invoice.isEmpty()) {
            return new Composed.Withdrawn("it was paid meanwhile");
        }
        String method = units.agreement(charge.get().agreement()).flatMap(Agreement::method).map(Agreement.Method::label).orElse("");
        return mail.write(KIND, invoice.get(), (customer, language) -> Map.of("method", method,
                "charge", LocalText.money(charge.get().row().amount(), language),
                "chargeOn", LocalText.date(charge.get().row().chargeOn(), language))).<Composed>map(Composed.Ready::new)
                .orElseGet(() -> new Composed.Withdrawn("the customer has no e-mail address"));
    }

    @Override
    public void sent(OutboxItem item, Mail sent) {
        // the outbox keeps when it was taken
    }
}
