package io.quittance.web.payment;

import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.PaymentView;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A payment in full, with its history, oldest first. */
public record PaymentJson(PaymentRowJson payment, List<EventJson> history) {

    /** A payment as a line of a list. */
    public record PaymentRowJson(String id, String gateway, String reference, String customer, PaymentMethod method, String label,
            PaymentState state, Money gross, Money fee, Money takenBack, Money unapplied, LocalDate receivedOn, Instant firstSeenAt) {

        static PaymentRowJson of(PaymentRow row) {
            return new PaymentRowJson(row.id().toString(), row.gateway(), row.reference(), row.customer().map(Object::toString)
                    .orElse(null),
                    row.method(), row.label(), row.state(), row.gross(), row.fee(), row.takenBack(), row.unapplied(),
                    row.receivedOn().orElse(null), row.firstSeenAt());
        }
    }

    /** Something that happened to the payment. */
    public record EventJson(String kind, Instant at, Money amount, String note) {
    }

    static PaymentJson of(PaymentView view) {
        return new PaymentJson(PaymentRowJson.of(view.row()), view.history().stream()
                .map(event -> new EventJson(event.kind(), event.at(), event.amount().orElse(null), event.note())).toList());
    }
}
