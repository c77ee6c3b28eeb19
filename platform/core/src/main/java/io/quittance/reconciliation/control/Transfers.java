package io.quittance.reconciliation.control;

import io.quittance.Fault;
import io.quittance.Score;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.PaymentReference;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.MatchOutcome;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.MatchVerdict;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.entity.Matcher;
import io.quittance.reconciliation.entity.Movement;
import io.quittance.reconciliation.entity.OpenItem;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TenantMark;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.HashMap;
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
        Set<Currency> currencies = open.stream().map(line -> line.amount().currency()).collect(Collectors.toSet());
        TenantMark ours = TenantMark.of(tenant.get().id());
        List<OpenItem> items = currencies.stream().flatMap(currency -> settlement.openIn(currency).stream())
                .map(claim -> item(claim, ours)).toList();
        List<Movement> movements = open.stream().map(Transfers::movement).toList();
        Map<Long, MatchVerdict> verdicts = Matcher.match(movements, items, payers.known(), automatic());
        Map<Long, List<MatchProposal>> suggested = new HashMap<>();
        int matched = 0;
        for (StatementLine line : open) {
            MatchVerdict verdict = verdicts.get(line.id());
            boolean booked = verdict instanceof MatchVerdict.Automatic(MatchProposal sure)
                    && book(line, sure) instanceof MatchOutcome.Booked;
            matched += booked ? 1 : 0;
            suggested.put(line.id(), booked ? List.of() : verdict.proposals());
        }
        suggestions.replace(suggested);
        return matched;
    }

    /** Takes up what was suggested for a line. @param position 0 for the likeliest */
    public MatchOutcome accept(long lineId, int position) {
        Optional<StatementLine> line = store.lock(lineId).filter(locked -> locked.state() != LineState.MATCHED);
        List<MatchProposal> some = suggestions.of(lineId);
        if (line.isEmpty() || position < 0 || position >= some.size()) {
            return new MatchOutcome.Unknown();
        }
        MatchOutcome outcome = book(line.get(), some.get(position));
        if (outcome instanceof MatchOutcome.Booked) {
            suggestions.replace(Map.of(lineId, List.of()));
        }
        return outcome;
    }

    private MatchOutcome book(StatementLine line, MatchProposal proposal) {
        Map<ClaimId, OpenClaim> now = settlement.find(proposal.shares().stream().map(MatchProposal.Share::claim).toList());
        for (MatchProposal.Share share : proposal.shares()) {
            OpenClaim claim = now.get(share.claim());
            if (claim == null || claim.open().compareTo(share.amount()) < 0) {
                return new MatchOutcome.Refused(Fault.of("suggestion", share.amount(), "matching.stale"));
            }
        }
        List<InvoiceId> purpose = proposal.shares().stream().map(share -> now.get(share.claim()).invoice()).distinct().toList();
        RecordOutcome outcome = payments.record(new ManualPayment("bank-line:" + line.id(), proposal.customer(), line.amount(),
                PaymentMethod.BANK_TRANSFER, line.bookedOn(), line.bankReference(), purpose, false));
        return switch (outcome) {
            case RecordOutcome.Recorded recorded -> matched(line, recorded.payment(), proposal);
            case RecordOutcome.AlreadyRecorded earlier -> matched(line, earlier.payment(), proposal);
            case RecordOutcome.Refused refused -> new MatchOutcome.Refused(refused.faults().getFirst());
        };
    }

    private MatchOutcome matched(StatementLine line, PaymentId payment, MatchProposal proposal) {
        store.matched(line, MatchKind.TRANSFER, payment.value());
        audit.record("matched", "bank-line", line.id(), null, Map.of("payment", payment.value(), "amount", line.amount(),
                "score", proposal.score(), "evidence", proposal.evidence()));
        payers.learn(line, proposal.customer());
        banked.seen(payment, line);
        return new MatchOutcome.Booked(payment);
    }

    private static Movement movement(StatementLine line) {
        return new Movement(line.id(), line.bookedOn(), line.amount(), line.texts(), line.counterparty(), line.counterpartyAccount());
    }

    private static OpenItem item(OpenClaim claim, TenantMark ours) {
        List<String> names = Stream.concat(Stream.of(claim.number().text()),
                PaymentReference.all(claim.invoice(), ours).stream().map(CreditorReference::value)).toList();
        return new OpenItem(claim.id(), claim.customer(), names, claim.open(), claim.issueDate(), claim.dueDate(), claim.onHold());
    }
}
