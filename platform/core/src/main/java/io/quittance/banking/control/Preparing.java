package io.quittance.banking.control;

import io.quittance.audit.AuditTrail;
import io.quittance.banking.BankOrder;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchKind;
import io.quittance.banking.BatchOutcome;
import io.quittance.banking.BatchRow;
import io.quittance.banking.Collectible;
import io.quittance.banking.CollectionWish;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateDetails;
import io.quittance.banking.MandateId;
import io.quittance.banking.OrderState;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.live.LiveChanges;
import io.quittance.plugin.InstallationId;
import io.quittance.refund.QueuedTransfer;
import io.quittance.refund.boundary.RefundTransfers;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what can be ordered. */
@ApplicationScoped
public class Preparing {

    private static final Currency EURO = Currency.getInstance("EUR");
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
    RefundTransfers refunds;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Clock clock;

    /** Claims due by a day that a mandate allows to collect, oldest due first. Of a customer's mandates the newest is used. */
    public List<Collectible> collectible(LocalDate dueBy) {
        Set<String> held = orders.held();
        Map<MandateId, Integer> used = orders.used();
        Map<CustomerId, Mandate> usable = new LinkedHashMap<>();
        LocalDate today = tenant.get().today(clock);
        mandates.active().stream().filter(mandate -> !mandate.lapsesOn().isBefore(today))
                .filter(mandate -> !mandate.details().oneOff() || used.getOrDefault(mandate.id(), 0) == 0)
                .forEach(mandate -> usable.put(mandate.details().customer(), mandate));
        return usable.values().stream().flatMap(mandate -> claims(mandate, dueBy, held))
                .sorted(Comparator.comparing((Collectible each) -> each.claim().dueDate()).thenComparing(each -> each.claim().id().value()))
                .toList();
    }

    private Stream<Collectible> claims(Mandate mandate, LocalDate dueBy, Set<String> held) {
        Stream<OpenClaim> open = settlement.open(mandate.details().customer(), EURO).stream()
                .filter(claim -> !claim.onHold() && !claim.dueDate().isAfter(dueBy) && !held.contains(OrderRows.held(claim.id())));
        return (mandate.details().oneOff() ? open.limit(1) : open).map(claim -> new Collectible(mandate, claim));
    }

    /** @param days the bank's collection day by the wanted one; a claim whose day is not among them came up meanwhile, and waits */
    public BatchOutcome collection(CollectionWish wish, InstallationId bank, Map<LocalDate, LocalDate> days) {
        Optional<BatchRow> earlier = batches.byKey(wish.key());
        if (earlier.isPresent()) {
            return new BatchOutcome.Done(earlier.get());
        }
        List<Collectible> found = collectible(wish.dueBy()).stream().filter(each -> days.containsKey(each.wanted(wish.notBefore())))
                .filter(each -> !each.mandate().lapsesOn().isBefore(days.get(each.wanted(wish.notBefore())))).toList();
        BatchId batch = new BatchId(ids.next());
        Map<MandateId, Integer> used = new HashMap<>(orders.used());
        Map<MandateId, Collectible> last = new HashMap<>();
        found.forEach(each -> last.put(each.mandate().id(), each));
        List<BankOrder> made = new ArrayList<>();
        for (Collectible each : found) {
            Mandate mandate = each.mandate();
            boolean first = used.merge(mandate.id(), 1, Integer::sum) == 1;
            made.add(debit(batch, each, sequence(mandate, first, last.get(mandate.id()) == each), days.get(each.wanted(wish.notBefore()))));
        }
        return prepared(batch, wish.key(), BatchKind.COLLECTION, bank, made);
    }

    private static Sequence sequence(Mandate mandate, boolean first, boolean last) {
        if (mandate.details().oneOff()) {
            return Sequence.ONE_OFF;
        }
        if (mandate.ending() && last) {
            return Sequence.FINAL;
        }
        return first ? Sequence.FIRST : Sequence.RECURRING;
    }

    private BankOrder debit(BatchId batch, Collectible each, Sequence sequence, LocalDate day) {
        long id = ids.next();
        OpenClaim claim = each.claim();
        MandateDetails details = each.mandate().details();
        return new BankOrder(id, batch, Names.of(id), OrderState.WAITING, claim.open(), Optional.of(claim.customer()), details.holder(),
                details.iban(), details.bic(), claim.number().text(), day,
                Optional.of(new BankOrder.Debit(each.mandate().id(), sequence, claim.invoice(), claim.id())), Optional.empty(), "",
                Optional.empty(), Optional.empty());
    }

    /** All refunds that wait to be transferred. */
    public BatchOutcome transfers(String key, InstallationId bank) {
        Optional<BatchRow> earlier = batches.byKey(key);
        if (earlier.isPresent()) {
            return new BatchOutcome.Done(earlier.get());
        }
        Set<String> held = orders.held();
        BatchId batch = new BatchId(ids.next());
        LocalDate today = tenant.get().today(clock);
        return prepared(batch, key, BatchKind.TRANSFER, bank, refunds.queued().stream()
                .filter(refund -> !held.contains(OrderRows.held(refund.id()))).map(refund -> credit(batch, refund, today)).toList());
    }

    private BankOrder credit(BatchId batch, QueuedTransfer refund, LocalDate today) {
        long id = ids.next();
        String text = refund.reason().substring(0, Math.min(140, refund.reason().length()));
        return new BankOrder(id, batch, Names.of(id), OrderState.WAITING, refund.amount(), refund.customer(), refund.payee().name(),
                refund.payee().iban(), refund.payee().bic(), text, today, Optional.empty(), Optional.of(refund.id()), "", Optional.empty(),
                Optional.empty());
    }

    private BatchOutcome prepared(BatchId batch, String key, BatchKind kind, InstallationId bank, List<BankOrder> made) {
        if (made.isEmpty()) {
            return new BatchOutcome.Nothing();
        }
        batches.add(batch, key, kind, bank, Names.of(batch.value()));
        orders.add(made);
        BatchRow row = batches.find(batch).orElseThrow();
        audit.record("prepared", KIND, batch.value(), null, Map.of("kind", kind, "orders", row.orders(), "sum", row.sum()));
        live.announce(KIND, batch.value());
        return new BatchOutcome.Done(row);
    }
}
