package io.quittance.payment.control;

import io.quittance.payment.PaymentState;
import io.quittance.payment.entity.Payment;
import io.quittance.tenancy.BeforeCommit;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.boundary.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what became of payments to whoever wants to hear of it. */
@ApplicationScoped
public class PaymentNews {

    @Inject
    Announcements announcements;
    @Inject
    BeforeCommit unit;

    /** A payment stands differently, or more of it was taken back. */
    void heard(Payment payment) {
        type(payment.state()).ifPresent(type -> unit.gather("payment-news", announcement(type, payment), announcements::announce));
    }

    private static Optional<String> type(PaymentState state) {
        return switch (state) {
            case PENDING, AUTHORISED -> Optional.empty();
            case FAILED -> Optional.of("payment.failed");
            case CAPTURED -> Optional.of("payment.captured");
            case PARTLY_REFUNDED, REFUNDED -> Optional.of("payment.refunded");
            case DISPUTED, CHARGED_BACK -> Optional.of("payment.disputed");
        };
    }

    private static Announcement announcement(String type, Payment payment) {
        Map<String, String> references = new TreeMap<>();
        payment.customer().ifPresent(customer -> references.put("customer", customer.toString()));
        payment.purpose().ifPresent(invoice -> references.put("invoice", invoice.toString()));
        return new Announcement(type, "payment", payment.id().value(), "", payment.state().name(),
                Map.of("gross", payment.gross(), "fee", payment.fee(), "takenBack", payment.taken()), references);
    }
}
