package io.quittance.reconciliation.control;

import io.quittance.Fault;
import io.quittance.Score;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimSearch;
import io.quittance.invoice.FoundClaims;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.PaymentReference;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.MatchOutcome;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.MatchVerdict;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.entity.Census;
import io.quittance.reconciliation.entity.Leads;
import io.quittance.reconciliation.entity.Matcher;
import io.quittance.reconciliation.entity.Movement;
import io.quittance.reconciliation.entity.OpenItem;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantMark;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Money that customers sent to the bank account: books what is sure, suggests the rest. */
@ApplicationScoped
public class Transfers {

    /** One in a thousand may be wrong. */
    private static final Score STANDARD = new Score(9_990);
    private static final String THRESHOLD = "matching.automatic";

    @Inject
    StatementStore store;
    @Inject
    SuggestionStore suggestions;
    @Inject
    PayerBook payers;
    @Inject
    Settlement settlement;
    @Inject
    ManualPayments payments;
    @Inject
    BankedMoney banked;
    @Inject
    BankedRows rows;
    @Inject
    TenantSettings settings;
    @Inject
    CurrentTenant tenant;
    @Inject
    AuditTrail audit;

    /** The probability from which nobody is asked. */
    public Score automatic() {
        return settings.find(THRESHOLD).map(Integer::valueOf).map(Score::new).orElse(STANDARD);
    }

    public void automaticFrom(Score threshold) {
        audit.record("changed", "matching", 0, automatic(), threshold);
        settings.put(THRESHOLD, Integer.toString(threshold.basisPoints()));
    }

    /** @param open lines with money that came in @return how many were matched */
    int explain(List<StatementLine> open) {
        if (open.isEmpty()) {
            return 0;
        }
        List<Movement> movements = open.stream().map(Transfers::movement).toList();
        Leads leads = Leads.of(movements);
        PayerBook.Known known = payers.known(leads);
        TenantMark ours = TenantMark.of(tenant.get().id());
        // to make an item's own reference costs more than all else about it
        boolean quoted = leads.references().stream().anyMatch(reference -> reference.startsWith("RF"));
        List<OpenItem> items = new ArrayList<>();
        Map<Money, Integer> counts = new HashMap<>();
        long all = 0;
        for (Currency currency : leads.amounts().stream().map(Money::currency).collect(Collectors.toSet())) {
            FoundClaims found = settlement.search(search(currency, leads, known, ours));
            found.claims().forEach(claim -> items.add(item(claim, ours, quoted)));
            found.counts().forEach((minor, count) -> counts.put(new Money(minor, currency), count));
            all += found.open();
        }
        Map<Long, MatchVerdict> verdicts = Matcher.match(movements, items, new Census(all, counts), known.payers(), automatic());
        Map<StatementLine, MatchProposal> sure = new LinkedHashMap<>();
        open.forEach(line -> {
            if (verdicts.get(line.id()) instanceof MatchVerdict.Automatic(MatchProposal proposal)) {
                sure.put(line, proposal);
            }
        });
        Map<StatementLine, MatchOutcome> outcomes = book(sure, known);
        Map<Long, List<MatchProposal>> suggested = new HashMap<>();
        open.forEach(line -> suggested.put(line.id(),
                outcomes.get(line) instanceof MatchOutcome.Booked ? List.of() : verdicts.get(line.id()).proposals()));
        suggestions.replace(suggested);
        return (int) outcomes.values().stream().filter(MatchOutcome.Booked.class::isInstance).count();
    }

    private static ClaimSearch search(Currency currency, Leads leads, PayerBook.Known known, TenantMark ours) {
        Set<InvoiceId> invoices = leads.references().stream().filter(reference -> reference.startsWith("RF"))
                .flatMap(reference -> CreditorReference.parse(reference).stream())
                .flatMap(reference -> PaymentReference.invoice(reference, ours).stream()).collect(Collectors.toSet());
        Set<Long> amounts = leads.amounts().stream().filter(amount -> amount.currency().equals(currency)).map(Money::minorUnits)
                .collect(Collectors.toSet());
        return new ClaimSearch(currency, leads.references(), invoices, amounts, known.customers());
    }

    /** Takes up what was suggested for a line. @param position 0 for the likeliest */
    public MatchOutcome accept(long lineId, int position) {
        Optional<StatementLine> line = store.lock(lineId).filter(locked -> locked.state() != LineState.MATCHED);
        List<MatchProposal> some = suggestions.of(lineId);
        if (line.isEmpty() || position < 0 || position >= some.size()) {
            return new MatchOutcome.Unknown();
        }
        PayerBook.Known known = payers.known(Leads.of(List.of(movement(line.get()))));
        MatchOutcome outcome = book(Map.of(line.get(), some.get(position)), known).get(line.get());
        if (outcome instanceof MatchOutcome.Booked) {
            suggestions.replace(Map.of(lineId, List.of()));
        }
        return outcome;
    }

    /** Books lines as what they are, those for which as much is still open. */
    private Map<StatementLine, MatchOutcome> book(Map<StatementLine, MatchProposal> sure, PayerBook.Known known) {
        Map<ClaimId, OpenClaim> now = settlement.find(sure.values().stream().flatMap(proposal -> proposal.shares().stream())
                .map(MatchProposal.Share::claim).collect(Collectors.toSet()));
        Map<ClaimId, Money> left = new HashMap<>();
        now.forEach((id, claim) -> left.put(id, claim.open()));
        Map<StatementLine, MatchOutcome> outcomes = new HashMap<>();
        List<StatementLine> lines = new ArrayList<>();
        List<ManualPayment> wishes = new ArrayList<>();
        sure.forEach((line, proposal) -> {
            Optional<MatchProposal.Share> stale = proposal.shares().stream().filter(share -> !left.containsKey(share.claim())
                    || left.get(share.claim()).compareTo(share.amount()) < 0).findFirst();
            if (stale.isPresent()) {
                outcomes.put(line, new MatchOutcome.Refused(Fault.of("suggestion", stale.get().amount(), "matching.stale")));
            } else {
                proposal.shares().forEach(share -> left.merge(share.claim(), share.amount(), Money::minus));
                lines.add(line);
                wishes.add(new ManualPayment("bank-line:" + line.id(), proposal.customer(), line.amount(), PaymentMethod.BANK_TRANSFER,
                        line.bookedOn(), line.bankReference(), purpose(proposal, now), false));
            }
        });
        List<RecordOutcome> recorded = payments.recordAll(wishes);
        Map<StatementLine, PaymentId> booked = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            StatementLine line = lines.get(i);
            switch (recorded.get(i)) {
                case RecordOutcome.Recorded fresh -> booked.put(line, fresh.payment());
                case RecordOutcome.AlreadyRecorded earlier -> booked.put(line, earlier.payment());
                case RecordOutcome.Refused refused -> outcomes.put(line, new MatchOutcome.Refused(refused.faults().getFirst()));
            }
        }
        matched(booked, sure, now, known);
        booked.forEach((line, payment) -> outcomes.put(line, new MatchOutcome.Booked(payment)));
        return outcomes;
    }

    private static List<InvoiceId> purpose(MatchProposal proposal, Map<ClaimId, OpenClaim> now) {
        return proposal.shares().stream().map(share -> now.get(share.claim()).invoice()).distinct().toList();
    }

    private void matched(Map<StatementLine, PaymentId> booked, Map<StatementLine, MatchProposal> sure, Map<ClaimId, OpenClaim> now,
            PayerBook.Known known) {
        rows.transfers(booked);
        booked.forEach((line, payment) -> audit.record("matched", "bank-line", line.id(), null, Map.of("payment", payment.value(),
                "amount", line.amount(), "score", sure.get(line).score(), "evidence", sure.get(line).evidence())));
        payers.learn(booked.keySet().stream().map(line -> new PayerBook.Taught(line, sure.get(line).customer())).toList(), known);
        banked.seen(booked.entrySet().stream().map(each -> new BankedMoney.Seen(each.getValue(), each.getKey(),
                purpose(sure.get(each.getKey()), now))).toList());
    }

    private static Movement movement(StatementLine line) {
        return new Movement(line.id(), line.bookedOn(), line.amount(), line.texts(), line.counterparty(), line.counterpartyAccount());
    }

    /** @param quoted whether anybody quotes a creditor reference */
    private static OpenItem item(OpenClaim claim, TenantMark ours, boolean quoted) {
        List<CreditorReference> references = quoted ? PaymentReference.all(claim.invoice(), ours) : List.of();
        List<String> names = Stream.concat(Stream.of(claim.number().text()), references.stream().map(CreditorReference::value)).toList();
        return new OpenItem(claim.id(), claim.customer(), names, claim.open(), claim.issueDate(), claim.dueDate(), claim.onHold());
    }
}
