package io.quittance.intake.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.intake.Delivery;
import io.quittance.intake.control.DeliveryLog;
import io.quittance.intake.control.EventBooks;
import io.quittance.intake.control.Reported;
import io.quittance.payment.ContradictoryEvent;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Applies what gateways reported: payment, allocation, journal and invoice in one unit of work. Any order and any number
 * of repetitions lead to the same books.
 */
@Boundary
public class PaymentIntake {

    @Inject
    DeliveryLog log;
    @Inject
    EventBooks books;

    /**
     * Applies the deliveries that were not applied before; all of them or, when it throws, none.
     *
     * @return those that contradict the books: left out, to be looked at by a person
     */
    @Requires({Permission.PAYMENT_INTAKE, Permission.SYSTEM})
    public Map<Delivery, ContradictoryEvent> apply(List<Delivery> deliveries) {
        List<Delivery> fresh = log.fresh(deliveries);
        Map<Delivery, ContradictoryEvent> wrong = books.contradictions(fresh);
        List<Delivery> sound = fresh.stream().filter(delivery -> !wrong.containsKey(delivery)).toList();
        log.enter(sound);
        books.apply(sound.stream().map(delivery -> new Reported(delivery.route().plugin(), delivery.events())).toList());
        return wrong;
    }

    /** Applies what a gateway answered when it was asked; events known already change nothing. */
    @Requires({Permission.PAYMENT_INTAKE, Permission.SYSTEM})
    public void applyFound(PluginId gateway, List<PaymentEvent> events) {
        books.apply(List.of(new Reported(gateway, events)));
    }
}
