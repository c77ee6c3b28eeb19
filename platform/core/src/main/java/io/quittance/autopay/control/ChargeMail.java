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
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Tells a payer of a charge and of what by, as long as it stands as it did when there was something to tell. */
abstract class ChargeMail implements OutboxKind {

    private final String kind;
    private final ChargeState still;
    private final String overtaken;

    @Inject
    AutopayUnits units;
    @Inject
    InvoiceList invoices;
    @Inject
    InvoiceMail mail;

    /**
     * @param kind      its name, also of its template
     * @param still     how the charge has to stand
     * @param overtaken why nothing is told where the charge stands otherwise, or nothing is open
     */
    ChargeMail(String kind, ChargeState still, String overtaken) {
        this.kind = kind;
        this.still = still;
        this.overtaken = overtaken;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Composed compose(OutboxItem item) {
        Optional<Planned> charge = units.charge(Long.parseLong(item.payload().get("charge")))
                .filter(planned -> planned.row().state() == still);
        Optional<InvoiceView> invoice = invoices.find(new InvoiceId(item.subjectId())).filter(view -> view.row().open().isPositive());
        if (charge.isEmpty() || invoice.isEmpty()) {
            return new Composed.Withdrawn(overtaken);
        }
        String method = units.agreement(charge.get().agreement()).flatMap(Agreement::method).map(Agreement.Method::label).orElse("");
        return mail.write(kind, invoice.get(), (customer, language) -> Map.of("method", method,
                "charge", LocalText.money(charge.get().row().amount(), language),
                "chargeOn", LocalText.date(charge.get().row().chargeOn(), language))).<Composed>map(Composed.Ready::new)
                .orElseGet(() -> new Composed.Withdrawn("the customer has no e-mail address"));
    }
}
