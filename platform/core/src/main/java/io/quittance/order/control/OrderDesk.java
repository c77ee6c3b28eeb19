package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.OrderOutcome;
import io.quittance.order.OrderState;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import io.quittance.order.RuleKind;
import io.quittance.order.Severity;
import io.quittance.order.entity.Judgement;
import io.quittance.order.entity.KeptOrder;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Doorbell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where people deal with orders that wait for them. Nothing is decided here but what happens next: judging is the worker's. */
@ApplicationScoped
public class OrderDesk {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_BUYER = 200;
    private static final int LONGEST_DOCUMENT = 1024 * 1024;

    @Inject
    OrderRows orders;
    @Inject
    DocumentRows documents;
    @Inject
    JudgementRows judgements;
    @Inject
    PayloadRows payloads;
    @Inject
    ChannelRows channels;
    @Inject
    OrderReading reading;
    @Inject
    OrderKeeping keeping;
    @Inject
    AuditTrail audit;
    @Inject
    OrderTelling telling;
    @Inject
    LiveChanges changes;
    @Inject
    Doorbell doorbell;
    @Inject
    Clock clock;

    /** What a person does to an order that waits for one. */
    @FunctionalInterface
    private interface Deed {
        OrderOutcome on(KeptOrder order);
    }

    private OrderOutcome waiting(OrderId id, Deed deed) {
        Optional<KeptOrder> found = orders.lock(id);
        if (found.isEmpty()) {
            return new OrderOutcome.Unknown(id);
        }
        return found.get().state().isDeadLetter() ? deed.on(found.get()) : new OrderOutcome.NotWaiting(id, found.get().state());
    }

    public OrderOutcome replay(OrderId id) {
        return waiting(id, order -> {
            audit.record("replayed", OrderKeeping.KIND, id.value(), order.state(), null);
            if (order.revision() == 0) {
                return reread(order);
            }
            again(id);
            return new OrderOutcome.Done(id);
        });
    }

    /** What nobody understood is given to whoever understands it now; its orders then are orders of their own. */
    private OrderOutcome reread(KeptOrder order) {
        ChannelAccount account = channels.find(order.channel()).orElseThrow();
        Payload payload = payloads.find(order.payload()).orElseThrow();
        return switch (reading.read(account, payload)) {
            case ReadOutcome.Read read when read.unreadable().isEmpty() -> {
                orders.update("state = 'DISCARDED', closed_note = ? WHERE id = ?", "read again", order.id().value());
                telling.discarded(order);
                changes.announce(OrderKeeping.KIND, order.id().value());
                keeping.add(account, order.payload(), payload, read);
                yield new OrderOutcome.Done(order.id());
            }
            case ReadOutcome.Read partly -> stillUnreadable(order, partly.unreadable());
            case ReadOutcome.Unreadable unreadable -> stillUnreadable(order, unreadable.faults());
        };
    }

    private OrderOutcome stillUnreadable(KeptOrder order, List<Fault> faults) {
        judgements.addAll(List.of(new Judgement(order.id(), order.channel(), false, 0, OrderState.DEAD, Optional.empty(),
                faults.stream().map(fault -> new Finding(RuleKind.READABLE, Severity.REJECT, fault)).toList())));
        return new OrderOutcome.Refused(faults);
    }

    /** @param revision that was edited; another one by now is a refusal */
    public OrderOutcome correct(OrderId id, int revision, String document) {
        return waiting(id, order -> {
            if (order.revision() != revision) {
                return refused(Fault.of("revision", revision, "order.editedMeanwhile"));
            }
            if (document.length() > LONGEST_DOCUMENT) {
                return refused(Fault.of("", document.length(), "text.tooLong", LONGEST_DOCUMENT));
            }
            return switch (OrderJsonReader.read(document.getBytes(StandardCharsets.UTF_8))) {
                case ReadOutcome.Unreadable unreadable -> new OrderOutcome.Refused(unreadable.faults());
                case ReadOutcome.Read read when read.orders().size() != 1 -> refused(Fault.of("", read.orders().size(), "order.justOne"));
                case ReadOutcome.Read read -> corrected(order, read.orders().getFirst());
            };
        });
    }

    private OrderOutcome corrected(KeptOrder before, CanonicalOrder order) {
        int revision = before.revision() + 1;
        documents.addAll(List.of(new DocumentRows.Version(before.id(), revision, OrderJson.write(order))));
        Optional<Money> gross = OrderFigures.gross(order);
        String buyer = order.buyer().name();
        orders.update("revision = ?, reference = ?, arrival = ?, buyer = ?, gross_minor = ?, currency = ?, weight = ?, ordered_on = ?"
                + " WHERE id = ?", revision, order.reference().isEmpty() ? null : order.reference(), arrival(before, order.reference()),
                buyer.substring(0, Math.min(LONGEST_BUYER, buyer.length())), gross.map(Money::minorUnits).orElse(null),
                gross.map(amount -> amount.currency().getCurrencyCode()).orElse(null),
                gross.map(amount -> amount.abs().toDecimal()).orElse(null), order.orderedOn().orElse(before.orderedOn()),
                before.id().value());
        audit.record("corrected", OrderKeeping.KIND, before.id().value(), Map.of("revision", before.revision()),
                Map.of("revision", revision));
        again(before.id());
        return new OrderOutcome.Done(before.id());
    }

    /** Under another reference it queues behind what is known by that one. */
    private int arrival(KeptOrder before, String reference) {
        if (reference.isEmpty() || reference.equals(before.reference())) {
            return before.arrival();
        }
        channels.lock(before.channel());
        return orders.known(before.channel(), Set.of(reference), Set.of()).stream().mapToInt(OrderRows.Known::arrival).max().orElse(0) + 1;
    }

    /** A person answers for what rules held back. */
    public OrderOutcome waive(OrderId id) {
        return waiting(id, order -> {
            if (order.state() != OrderState.HELD) {
                return new OrderOutcome.NotWaiting(id, order.state());
            }
            Set<RuleKind> waived = EnumSet.noneOf(RuleKind.class);
            waived.addAll(order.waived());
            judgements.newest(List.of(id)).getOrDefault(id, List.of()).stream().filter(finding -> finding.severity() == Severity.HOLD)
                    .forEach(finding -> waived.add(finding.rule()));
            orders.update("waived = ? WHERE id = ?", OrderRows.names(waived), id.value());
            audit.record("waived", OrderKeeping.KIND, id.value(), OrderRows.names(order.waived()), OrderRows.names(waived));
            again(id);
            return new OrderOutcome.Done(id);
        });
    }

    public OrderOutcome discard(OrderId id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return refused(Fault.of("reason", reason, "deadletter.reason", LONGEST_REASON));
        }
        return waiting(id, order -> {
            orders.update("state = 'DISCARDED', closed_note = ? WHERE id = ?", reason.strip(), id.value());
            audit.record("discarded", OrderKeeping.KIND, id.value(), order.state(), reason.strip());
            telling.discarded(order);
            changes.announce(OrderKeeping.KIND, id.value());
            return new OrderOutcome.Done(id);
        });
    }

    private void again(OrderId id) {
        orders.update("state = 'RECEIVED', attempts = 0, due_at = ? WHERE id = ?", Timestamp.from(clock.instant()), id.value());
        changes.announce(OrderKeeping.KIND, id.value());
        doorbell.ring(OrderKeeping.KIND);
    }

    private static OrderOutcome refused(Fault fault) {
        return new OrderOutcome.Refused(List.of(fault));
    }
}
