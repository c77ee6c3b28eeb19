package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.Payload;
import io.quittance.order.PayloadId;
import io.quittance.order.ReadOutcome;
import io.quittance.order.Receipt;
import io.quittance.order.Receipt.Arrival;
import io.quittance.order.Receipt.Entry;
import io.quittance.order.RuleKind;
import io.quittance.order.Severity;
import io.quittance.order.entity.Judgement;
import io.quittance.order.entity.KeptOrder;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes down what was received, each order once. */
@ApplicationScoped
public class OrderKeeping {

    public static final String KIND = "order";

    private static final int LONGEST_BUYER = 200;

    @Inject
    ChannelRows channels;
    @Inject
    PayloadRows payloads;
    @Inject
    OrderRows orders;
    @Inject
    DocumentRows documents;
    @Inject
    JudgementRows judgements;
    @Inject
    WithdrawalRows withdrawals;
    @Inject
    AuditTrail audit;
    @Inject
    OrderTelling telling;
    @Inject
    LiveChanges changes;
    @Inject
    Doorbell doorbell;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** Within one account one after the other: so what is known cannot change while it is looked up. */
    public Receipt keep(ChannelAccount account, Payload payload, ReadOutcome outcome) {
        if (channels.lock(account.id()).filter(ChannelAccount::active).isEmpty()) {
            return new Receipt.NoSuchChannel();
        }
        ContentHash hash = ContentHash.of(payload.body());
        Optional<PayloadId> earlier = payloads.withContent(account.id(), hash);
        if (earlier.isPresent()) {
            return new Receipt.Repeated(earlier.get(), orders.ofPayload(earlier.get()).stream()
                    .map(order -> new Entry(order.id(), order.reference(), Arrival.DUPLICATE)).toList());
        }
        PayloadId id = new PayloadId(ids.next());
        payloads.add(id, account.id(), payload, hash);
        Batch batch = new Batch(account, id, clock.instant());
        switch (outcome) {
            case ReadOutcome.Read read -> {
                batch.readAll(read.orders());
                withdrawals.addAll(account.id(), id, read.withdrawn());
                if (!read.unreadable().isEmpty()) {
                    batch.unreadable(ContentHash.of(hash.hex() + " in parts"), payload, read.unreadable());
                }
            }
            case ReadOutcome.Unreadable unreadable -> batch.unreadable(hash, payload, unreadable.faults());
        }
        batch.write();
        audit.record("received", "order-payload", id.value(), null, Map.of("channel", account.id().value(), "name", payload.name(),
                "mediaType", payload.mediaType(), "bytes", payload.size(), "orders", batch.entries.size()));
        return new Receipt.Kept(id, batch.entries);
    }

    /** Adds what is understood of a payload now, that was not when it came. */
    void add(ChannelAccount account, PayloadId id, Payload payload, ReadOutcome.Read read) {
        channels.lock(account.id());
        Batch batch = new Batch(account, id, clock.instant());
        batch.readAll(read.orders());
        withdrawals.addAll(account.id(), id, read.withdrawn());
        batch.write();
        audit.record("read", "order-payload", id.value(), null, Map.of("name", payload.name(), "orders", batch.entries.size()));
    }

    /** An order as it was understood, with its text and what tells it from others. */
    private record Understood(CanonicalOrder order, String json, ContentHash hash) {
    }

    /** The orders of one payload. */
    private final class Batch {

        private final ChannelId channel;
        private final PayloadId payload;
        private final Instant now;
        private final LocalDate today;
        private final List<Entry> entries = new ArrayList<>();
        private final List<OrderRows.New> rows = new ArrayList<>();
        private final List<DocumentRows.Version> versions = new ArrayList<>();
        private final List<Judgement> judged = new ArrayList<>();

        private Batch(ChannelAccount account, PayloadId payload, Instant now) {
            this.channel = account.id();
            this.payload = payload;
            this.now = now;
            this.today = LocalDate.ofInstant(now, account.settings().zone());
        }

        private void readAll(List<CanonicalOrder> read) {
            List<Understood> all = read.stream().map(order -> {
                String json = OrderJson.write(order);
                return new Understood(order, json, ContentHash.of(OrderJson.identity(order)));
            }).toList();
            Map<ContentHash, OrderId> contents = new HashMap<>();
            Map<String, Integer> arrivals = new HashMap<>();
            Set<String> references = all.stream().map(one -> one.order().reference()).filter(reference -> !reference.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            orders.known(channel, references, all.stream().map(Understood::hash).collect(Collectors.toSet())).forEach(known -> {
                contents.put(known.hash(), known.id());
                arrivals.merge(known.reference(), known.arrival(), Math::max);
            });
            for (Understood one : all) {
                OrderId twin = contents.get(one.hash());
                if (twin == null) {
                    String reference = one.order().reference();
                    int arrival = reference.isEmpty() ? 1 : arrivals.merge(reference, 1, Integer::sum);
                    contents.put(one.hash(), add(one, arrival));
                } else {
                    entries.add(new Entry(twin, one.order().reference(), Arrival.DUPLICATE));
                }
            }
        }

        private OrderId add(Understood one, int arrival) {
            OrderId id = new OrderId(ids.next());
            CanonicalOrder order = one.order();
            boolean conflict = arrival > 1;
            Optional<Money> gross = OrderFigures.gross(order);
            OrderState state = conflict ? OrderState.HELD : OrderState.RECEIVED;
            KeptOrder kept = row(id, order.reference(), arrival, state, order.buyer().name(), gross, order);
            rows.add(new OrderRows.New(kept, one.hash()));
            telling.received(kept);
            versions.add(new DocumentRows.Version(id, 1, one.json()));
            if (conflict) {
                Fault fault = Fault.of("reference", order.reference(), "order.conflict");
                refused(kept, List.of(new Finding(RuleKind.REFERENCE, Severity.HOLD, fault)));
            }
            entries.add(new Entry(id, order.reference(), conflict ? Arrival.CONFLICT : Arrival.NEW));
            return id;
        }

        private KeptOrder row(OrderId id, String reference, int arrival, OrderState state, String buyer, Optional<Money> gross,
                CanonicalOrder order) {
            return new KeptOrder(id, channel, payload, reference, arrival, state, order == null ? 0 : 1,
                    buyer.substring(0, Math.min(LONGEST_BUYER, buyer.length())), gross,
                    order == null ? today : order.orderedOn().orElse(today), 0, Optional.empty(), Optional.empty(), Set.of(), now,
                    state == OrderState.RECEIVED ? Optional.empty() : Optional.of(now), "");
        }

        private void unreadable(ContentHash hash, Payload received, List<Fault> faults) {
            OrderId id = new OrderId(ids.next());
            KeptOrder kept = row(id, "", 1, OrderState.DEAD, received.name(), Optional.empty(), null);
            rows.add(new OrderRows.New(kept, hash));
            refused(kept, faults.stream().map(fault -> new Finding(RuleKind.READABLE, Severity.REJECT, fault)).toList());
            entries.add(new Entry(id, "", Arrival.UNREADABLE));
        }

        /** Before anybody judges it. */
        private void refused(KeptOrder kept, List<Finding> findings) {
            judged.add(new Judgement(kept.id(), channel, true, kept.revision(), kept.state(), kept.gross(), findings));
            telling.decided(kept, kept.state(), kept.customer(), kept.invoice(), findings);
        }

        private void write() {
            orders.addAll(rows);
            documents.addAll(versions);
            judgements.addAll(judged);
            rows.forEach(row -> changes.announce(KIND, row.order().id().value()));
            if (entries.stream().anyMatch(entry -> entry.arrival() == Arrival.NEW)) {
                doorbell.ring(KIND);
            }
        }
    }
}
