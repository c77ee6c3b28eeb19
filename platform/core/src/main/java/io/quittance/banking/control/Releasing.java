package io.quittance.banking.control;

import io.quittance.Fault;
import io.quittance.Sha256;
import io.quittance.access.CurrentActor;
import io.quittance.audit.AuditTrail;
import io.quittance.banking.BankFile;
import io.quittance.banking.BankOrder;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchOutcome;
import io.quittance.banking.BatchRow;
import io.quittance.banking.BatchState;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateId;
import io.quittance.banking.MandateState;
import io.quittance.banking.OrderState;
import io.quittance.banking.Preparation;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.live.LiveChanges;
import io.quittance.refund.boundary.RefundTransfers;
import io.quittance.spi.gateway.BankFiles.Result.Written;
import io.quittance.spi.gateway.BankFiles.Sequence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second person's decision on a batch, and what follows from it. */
@ApplicationScoped
public class Releasing {

    private static final String KIND = "bank-batch";

    @Inject
    BatchRows batches;
    @Inject
    OrderRows orders;
    @Inject
    MandateRows mandates;
    @Inject
    Settlement settlement;
    @Inject
    InvoiceHolds holds;
    @Inject
    RefundTransfers refunds;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Clock clock;

    /** What the file is to be written from; empty when this actor cannot release it now, for which {@link #objection} says why. */
    public Optional<Preparation> preparation(BatchId id) {
        return objection(id).isPresent() ? Optional.empty() : Optional.of(written(id));
    }

    private Preparation written(BatchId id) {
        List<BankOrder> waiting = waiting(id);
        Map<MandateId, Mandate> used = new HashMap<>();
        waiting.forEach(order -> order.debit().ifPresent(debit ->
                used.computeIfAbsent(debit.mandate(), mandate -> mandates.find(mandate).orElseThrow())));
        return new Preparation(batches.find(id).orElseThrow(), batches.installation(id).orElseThrow(), clock.instant(), waiting, used);
    }

    /** Why this actor cannot release the batch now. */
    public Optional<BatchOutcome> objection(BatchId id) {
        Optional<BatchRow> batch = batches.find(id);
        if (batch.isEmpty()) {
            return Optional.of(new BatchOutcome.Unknown());
        }
        if (batch.get().state() != BatchState.PREPARED) {
            return Optional.of(new BatchOutcome.NotPrepared(batch.get().state()));
        }
        if (batch.get().createdBy().equals(actor.get().label())) {
            return Optional.of(new BatchOutcome.OwnBatch());
        }
        return waiting(id).isEmpty() ? Optional.of(new BatchOutcome.Nothing()) : Optional.empty();
    }

    /** Releases exactly what the file was written from; if that has changed meanwhile, nothing happens. */
    public BatchOutcome release(Preparation preparation, Written file) {
        BatchId id = preparation.batch().id();
        batches.lock(id);
        Optional<BatchOutcome> objection = objection(id);
        if (objection.isPresent()) {
            return objection.get();
        }
        List<BankOrder> waiting = waiting(id);
        List<Fault> faults = waiting.equals(preparation.orders()) ? faults(waiting)
                : List.of(Fault.of("batch", id, "batch.changed"));
        if (!faults.isEmpty()) {
            return new BatchOutcome.Outdated(faults);
        }
        waiting.forEach(order -> send(order, preparation.batch().message()));
        file.groups().forEach(group -> group.endToEnds().forEach(name -> orders.group(name, group.reference())));
        BankFile kept = new BankFile(file.fileName(), file.mediaType(), Sha256.hex(file.content()), file.content());
        batches.keep(id, kept);
        batches.decide(id, BatchState.RELEASED);
        BatchRow row = batches.find(id).orElseThrow();
        audit.record("released", KIND, id.value(), null, Map.of("file", kept.name(), "sha256", kept.sha256(), "orders", row.orders(),
                "sum", row.sum()));
        live.announce(KIND, id.value());
        return new BatchOutcome.Done(row);
    }

    private List<Fault> faults(List<BankOrder> waiting) {
        List<Fault> faults = new ArrayList<>();
        for (BankOrder order : waiting) {
            order.debit().filter(debit -> !stillOwed(order, debit))
                    .ifPresent(debit -> faults.add(Fault.of(order.endToEnd(), order.amount(), "batch.claimChanged", order.text())));
            order.debit().filter(debit -> mandates.find(debit.mandate()).orElseThrow().state() != MandateState.ACTIVE)
                    .ifPresent(debit -> faults.add(Fault.of(order.endToEnd(), order.holder(), "batch.mandateEnded", order.text())));
            order.refund().filter(refund -> !refunds.covered(refund))
                    .ifPresent(refund -> faults.add(Fault.of(order.endToEnd(), order.amount(), "batch.refundGone", order.holder())));
        }
        return faults;
    }

    private boolean stillOwed(BankOrder order, BankOrder.Debit debit) {
        Optional<OpenClaim> claim = settlement.find(debit.claim());
        return claim.isPresent() && !claim.get().onHold() && claim.get().open().compareTo(order.amount()) >= 0;
    }

    private void send(BankOrder order, String message) {
        orders.leave(order.id(), OrderState.WAITING, new OrderRows.Next(OrderState.SENT, "", Optional.empty(), Optional.empty()));
        order.debit().ifPresent(debit -> {
            mandates.used(debit.mandate(), order.executeOn());
            if (debit.sequence() == Sequence.FINAL || debit.sequence() == Sequence.ONE_OFF) {
                mandates.end(debit.mandate(), MandateState.USED);
            }
            holds.place(debit.invoice(), HoldKind.PAYMENT_IN_FLIGHT, message);
        });
        order.refund().filter(refund -> !refunds.sent(refund)).ifPresent(refund -> {
            throw new IllegalStateException("refund " + refund + " is not covered by its payment any more");
        });
    }

    /** Gives a batch up that nobody has released; whoever prepared it may, too. */
    public BatchOutcome cancel(BatchId id) {
        Optional<BatchRow> batch = batches.find(id);
        if (batch.isEmpty()) {
            return new BatchOutcome.Unknown();
        }
        if (!batches.decide(id, BatchState.CANCELLED)) {
            return new BatchOutcome.NotPrepared(batches.find(id).orElseThrow().state());
        }
        waiting(id).forEach(order -> orders.leave(order.id(), OrderState.WAITING,
                new OrderRows.Next(OrderState.DROPPED, "", Optional.empty(), Optional.empty())));
        audit.record("cancelled", KIND, id.value(), null, Map.of("message", batch.get().message()));
        live.announce(KIND, id.value());
        return new BatchOutcome.Done(batches.find(id).orElseThrow());
    }

    /** Takes an order out of a prepared batch, or notes that the bank did not carry it out. What it held is free again. */
    public BatchOutcome giveUp(BatchId batch, long id, String reason) {
        batches.lock(batch);
        Optional<BankOrder> order = orders.lock(id).filter(found -> found.batch().equals(batch));
        if (order.isEmpty()) {
            return new BatchOutcome.Unknown();
        }
        OrderState from = order.get().state();
        if (!from.isUnderWay()) {
            return new BatchOutcome.NotPrepared(batches.find(batch).orElseThrow().state());
        }
        OrderState to = from == OrderState.WAITING ? OrderState.DROPPED : OrderState.REJECTED;
        orders.leave(id, from, new OrderRows.Next(to, reason, Optional.empty(), Optional.empty()));
        if (to == OrderState.REJECTED) {
            order.get().debit().filter(debit -> !orders.inFlight(debit.invoice()))
                    .ifPresent(debit -> holds.lift(debit.invoice(), HoldKind.PAYMENT_IN_FLIGHT));
            order.get().refund().ifPresent(refund -> refunds.rejected(refund, reason));
        }
        audit.record(to == OrderState.DROPPED ? "order-dropped" : "order-rejected", KIND, batch.value(), null,
                Map.of("order", order.get().endToEnd(), "reason", reason));
        live.announce(KIND, batch.value());
        return new BatchOutcome.Done(batches.find(batch).orElseThrow());
    }

    private List<BankOrder> waiting(BatchId id) {
        return orders.of(id).stream().filter(order -> order.state() == OrderState.WAITING).toList();
    }
}
