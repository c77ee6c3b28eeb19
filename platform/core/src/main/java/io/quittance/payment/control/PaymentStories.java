package io.quittance.payment.control;

import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentStory;
import io.quittance.payment.entity.Payment;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is known of many payments' money. */
@ApplicationScoped
public class PaymentStories {

    private static final int AT_ONCE = 500;

    @Inject
    PaymentStore payments;
    @Inject
    PaymentEvents events;
    @Inject
    CurrentTenant tenant;

    /** In the order of their ids; those that do not exist are left out. */
    public List<PaymentStory> of(Collection<PaymentId> ids) {
        List<Long> wanted = ids.stream().map(PaymentId::value).distinct().sorted().toList();
        List<PaymentStory> stories = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Payment> some = payments.all(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)));
            Map<PaymentId, List<PaymentEvent>> known = events.of(some.stream().map(Payment::id).toList());
            some.forEach(payment -> stories.add(story(payment, known.getOrDefault(payment.id(), List.of()))));
        }
        return stories;
    }

    private PaymentStory story(Payment payment, List<PaymentEvent> known) {
        PaymentHistory history = payment.history(known, tenant.get().zone());
        return new PaymentStory(payment.id(), payment.gateway(), payment.reference(), payment.customer(), payment.method(), payment.label(),
                payment.exchanged(), known.stream().flatMap(event -> event.occurrence().attempt().stream()).map(IdempotencyKey::value)
                        .findFirst(), List.copyOf(history.moves().values()));
    }
}
