package io.quittance.order.control;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.order.Finding;
import io.quittance.order.OrderState;
import io.quittance.order.Severity;
import io.quittance.order.entity.KeptOrder;
import io.quittance.tenancy.BeforeCommit;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.boundary.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells other systems of the business what became of orders. */
@ApplicationScoped
public class OrderTelling {

    @Inject
    Announcements announcements;
    @Inject
    BeforeCommit unit;

    /** It was understood, and kept for the first time. */
    void received(KeptOrder order) {
        tell("order.received", order, order.state(), order.customer(), order.invoice(), "");
    }

    /** What judging it came to, or a refusal that needed no judging. */
    void decided(KeptOrder order, OrderState state, Optional<CustomerId> customer, Optional<InvoiceId> invoice, List<Finding> findings) {
        type(state).ifPresent(type -> tell(type, order, state, customer, invoice, state.isDeadLetter() ? gravest(findings) : ""));
    }

    /** Its channel takes it back. @param state in which that leaves it: accepted, when its invoice is out and a person is asked */
    void withdrawn(KeptOrder order, OrderState state) {
        tell("order.withdrawn", order, state, order.customer(), state == OrderState.ACCEPTED ? order.invoice() : Optional.empty(), "");
    }

    /** A person laid it aside, or what it held was read as orders of their own. */
    void discarded(KeptOrder order) {
        tell("order.discarded", order, OrderState.DISCARDED, order.customer(), order.invoice(), "");
    }

    private static Optional<String> type(OrderState state) {
        return switch (state) {
            case RECEIVED, DISCARDED -> Optional.empty();
            case ACCEPTED -> Optional.of("order.accepted");
            case HELD -> Optional.of("order.held");
            case REJECTED, DEAD -> Optional.of("order.refused");
        };
    }

    /** The rule that weighs most, the first of equals. */
    static String gravest(List<Finding> findings) {
        return Stream.of(Severity.REJECT, Severity.HOLD)
                .flatMap(severity -> findings.stream().filter(finding -> finding.severity() == severity))
                .map(finding -> finding.rule().name()).findFirst().orElse("");
    }

    private void tell(String type, KeptOrder order, OrderState state, Optional<CustomerId> customer, Optional<InvoiceId> invoice,
            String reason) {
        Map<String, String> references = new TreeMap<>(Map.of("channel", order.channel().toString()));
        customer.ifPresent(one -> references.put("customer", one.toString()));
        invoice.ifPresent(one -> references.put("invoice", one.toString()));
        Announcement news = new Announcement(type, OrderKeeping.KIND, order.id().value(), order.reference(), state.name(),
                order.gross().map(gross -> Map.of("gross", gross)).orElse(Map.of()), references, reason);
        unit.gather("order-webhooks", news, announcements::announce);
    }
}
