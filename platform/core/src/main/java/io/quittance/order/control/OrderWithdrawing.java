package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.live.LiveChanges;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.ReadOutcome;
import io.quittance.order.RuleKind;
import io.quittance.order.Severity;
import io.quittance.order.entity.Judgement;
import io.quittance.order.entity.KeptOrder;
import io.quittance.order.entity.KeptWithdrawal;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back orders that their channel withdrew. What waits is laid aside, a draft is discarded; an invoice that was issued is never
 * credited by itself: a dead letter beside it asks a person. An order that nobody has heard of is remembered as withdrawn, so that
 * its placing, should it come late, finds it laid aside.
 */
@ApplicationScoped
public class OrderWithdrawing {

    @Inject
    WithdrawalRows withdrawals;
    @Inject
    OrderQueue queue;
    @Inject
    ChannelRows channels;
    @Inject
    OrderRows orders;
    @Inject
    DocumentRows documents;
    @Inject
    JudgementRows judgements;
    @Inject
    PayloadRows payloads;
    @Inject
    OrderReading reading;
    @Inject
    Invoicing invoicing;
    @Inject
    AuditTrail audit;
    @Inject
    OrderTelling telling;
    @Inject
    LiveChanges changes;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** @return whether there was one to deal with */
    public boolean next() {
        queue.takeTurn();
        Optional<KeptWithdrawal> waiting = withdrawals.claim();
        waiting.ifPresent(withdrawal -> {
            ChannelAccount account = channels.lock(withdrawal.channel()).orElseThrow();
            List<KeptOrder> known = orders.select("channel_id = ? AND reference = ? ORDER BY arrival FOR UPDATE",
                    withdrawal.channel().value(), withdrawal.reference());
            if (known.isEmpty()) {
                remember(account, withdrawal);
            }
            boolean asked = known.stream().anyMatch(OrderWithdrawing::isQuestion);
            known.stream().filter(order -> !isQuestion(order) && !(asked && order.state() == OrderState.ACCEPTED))
                    .forEach(order -> withdraw(order, known.getLast().arrival(), withdrawal));
            withdrawals.done(withdrawal);
        });
        return waiting.isPresent();
    }

    /** Put to a person earlier and not answered yet. */
    private static boolean isQuestion(KeptOrder order) {
        return order.state() == OrderState.DEAD && order.revision() == 0;
    }

    private void withdraw(KeptOrder order, int newest, KeptWithdrawal withdrawal) {
        switch (order.state()) {
            case RECEIVED, HELD, REJECTED, DEAD -> layAside(order, withdrawal);
            case ACCEPTED -> takeBack(order, order.invoice().orElseThrow(), newest, withdrawal);
            case DISCARDED -> { }
        }
    }

    private void layAside(KeptOrder order, KeptWithdrawal withdrawal) {
        orders.update("state = 'DISCARDED', closed_note = ? WHERE id = ?", note(withdrawal), order.id().value());
        telling.withdrawn(order, OrderState.DISCARDED);
        told(order.id(), order.state(), withdrawal);
    }

    private void takeBack(KeptOrder order, InvoiceId invoice, int newest, KeptWithdrawal withdrawal) {
        switch (invoicing.discard(invoice)) {
            case DraftOutcome.Discarded discarded -> layAside(order, withdrawal);
            case DraftOutcome.NotADraft issued -> ask(order, issued, newest, withdrawal);
            case DraftOutcome impossible -> throw new IllegalStateException("a draft cannot be discarded: " + impossible);
        }
    }

    /** Without a document: nobody can make a second invoice of it. */
    private void ask(KeptOrder order, DraftOutcome.NotADraft invoice, int newest, KeptWithdrawal withdrawal) {
        if (invoice.status() != DocumentStatus.ISSUED) {
            return;
        }
        OrderId id = new OrderId(ids.next());
        Instant now = clock.instant();
        KeptOrder question = new KeptOrder(id, order.channel(), withdrawal.payload(), order.reference(), newest + 1, OrderState.DEAD, 0,
                order.buyer(), order.gross(), order.orderedOn(), 0, order.customer(), Optional.empty(), Set.of(), now,
                Optional.of(now), "");
        orders.addAll(List.of(new OrderRows.New(question, ContentHash.of("withdrawal " + withdrawal.id() + " of " + order.id()))));
        Fault fault = Fault.of("reference", order.reference(), "order.withdrawn", withdrawal.reason());
        judgements.addAll(List.of(new Judgement(id, order.channel(), true, 0, OrderState.DEAD, order.gross(),
                List.of(new Finding(RuleKind.REFERENCE, Severity.HOLD, fault)))));
        telling.withdrawn(order, OrderState.ACCEPTED);
        told(id, OrderState.ACCEPTED, withdrawal);
    }

    private void remember(ChannelAccount account, KeptWithdrawal withdrawal) {
        Optional<CanonicalOrder> said = payloads.find(withdrawal.payload()).map(payload -> reading.read(account, payload))
                .filter(ReadOutcome.Read.class::isInstance).map(ReadOutcome.Read.class::cast)
                .flatMap(read -> read.withdrawn().stream().filter(one -> one.reference().equals(withdrawal.reference())).findFirst())
                .flatMap(ReadOutcome.Withdrawal::order);
        if (said.isEmpty()) {
            return;
        }
        OrderId id = new OrderId(ids.next());
        Instant now = clock.instant();
        CanonicalOrder order = said.get();
        KeptOrder row = new KeptOrder(id, account.id(), withdrawal.payload(), withdrawal.reference(), 1, OrderState.DISCARDED, 1,
                order.buyer().name(), OrderFigures.gross(order),
                order.orderedOn().orElse(LocalDate.ofInstant(now, account.settings().zone())), 0, Optional.empty(), Optional.empty(),
                Set.of(), now, Optional.of(now), note(withdrawal));
        orders.addAll(List.of(new OrderRows.New(row, ContentHash.of(OrderJson.identity(order)))));
        orders.update("closed_note = ? WHERE id = ?", note(withdrawal), id.value());
        documents.addAll(List.of(new DocumentRows.Version(id, 1, OrderJson.write(order))));
        telling.withdrawn(row, OrderState.DISCARDED);
        told(id, OrderState.DISCARDED, withdrawal);
    }

    private static String note(KeptWithdrawal withdrawal) {
        return "withdrawn by the channel: " + withdrawal.reason();
    }

    private void told(OrderId id, OrderState before, KeptWithdrawal withdrawal) {
        audit.record("withdrawn", OrderKeeping.KIND, id.value(), before, Map.of("reference", withdrawal.reference(), "reason",
                withdrawal.reason()));
        changes.announce(OrderKeeping.KIND, id.value());
    }
}
