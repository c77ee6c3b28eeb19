package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.DecisionId;
import io.quittance.allocation.Share;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.allocation.entity.StandingShares;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Posting;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Books movements of money within one unit of work: decides who is paid, settles claims, and collects the postings,
 * shares and unapplied amounts to be written together. Knows no database.
 */
public final class Booking {

    /** How often a share that somebody else was quicker with is planned anew before it rests in unapplied cash. */
    private static final int TRIES = 5;

    private final Claims claims;
    private final Shares shares;
    private final Orders orders;
    private final ZoneId zone;
    private final List<Posting> postings = new ArrayList<>();
    private final List<AllocationRow> added = new ArrayList<>();
    private final List<KeptDecision> decisions = new ArrayList<>();
    private final Map<PaymentId, StandingShares> standing = new HashMap<>();
    private final Map<PaymentId, Money> unapplied = new LinkedHashMap<>();
    private final Map<ClaimId, CustomerId> owners = new HashMap<>();
    private final Set<PaymentId> exchanged = new LinkedHashSet<>();

    public Booking(Claims claims, Shares shares, Orders orders, ZoneId zone) {
        this.claims = claims;
        this.shares = shares;
        this.orders = orders;
        this.zone = zone;
    }

    public List<Posting> postings() {
        return postings;
    }

    public List<AllocationRow> added() {
        return added;
    }

    /** What the shares were made from. */
    public List<KeptDecision> decisions() {
        return decisions;
    }

    /** What rests of each payment touched. */
    public Map<PaymentId, Money> unapplied() {
        return unapplied;
    }

    /** Payments touched that came in another currency than they settle. */
    public Set<PaymentId> exchanged() {
        return exchanged;
    }

    /** Shares made of a payment in this booking, in order. */
    public List<Share> sharesOf(PaymentId payment) {
        return added.stream().filter(row -> row.payment().equals(payment) && row.takesBack().isEmpty())
                .map(row -> new Share(row.invoice(), row.claim(), row.amount(), row.reason(), row.strategy())).toList();
    }

    /** Books what is news of a payment; afterwards lets others step in where something came open again. */
    public void book(MovedPayment moved, boolean restToOldest) {
        Receipt receipt = moved.receipt();
        Set<InvoiceId> reopened = new LinkedHashSet<>();
        for (MoneyMove move : moved.moves()) {
            LocalDate day = LocalDate.ofInstant(move.at(), zone);
            switch (move) {
                case MoneyMove.Capture capture -> {
                    standing.put(receipt.id(), new StandingShares(List.of()));
                    postings.add(BookingText.captured(receipt, capture, day, comeIn(receipt, capture.gross(), restToOldest), owners));
                }
                case MoneyMove.GiveBack again -> {
                    postings.add(BookingText.givenBack(receipt, again, day, comeIn(receipt, again.amount(), false), owners));
                    reopened.addAll(receipt.purpose());
                }
                case MoneyMove.TakeBack back -> {
                    List<AllocationRow> released = goOut(receipt, back);
                    postings.add(BookingText.takenBack(receipt, back, day, released, owners));
                    released.forEach(row -> reopened.add(row.invoice()));
                }
            }
        }
        reopened.forEach(this::letOthersStepIn);
    }

    /** How a sum is to be shared out, as things are now. */
    public interface Planner {
        AllocationQuestion ask(Money left);
    }

    /**
     * Applies what rests of a payment.
     *
     * @param why written to the shares instead of the strategy's reason
     * @return the shares made
     */
    public List<AllocationRow> apply(Receipt receipt, Money amount, Planner planner, Optional<AllocationReason> why, LocalDate day) {
        List<AllocationRow> made = settle(receipt, amount, planner, why);
        change(receipt, sum(made, amount).negated());
        made.forEach(row -> postings.add(BookingText.applied(receipt, row, day, owners)));
        return made;
    }

    /** Hands out what rests of a payment to its customer's open claims, by the rules that hold for that customer. */
    public List<AllocationRow> handOut(Receipt receipt, LocalDate day) {
        Money rests = rests(receipt);
        if (!rests.isPositive() || receipt.customer().isEmpty()) {
            return List.of();
        }
        CustomerId customer = receipt.customer().get();
        List<AllocationStrategy> order = orders.of(receipt.customer());
        return apply(receipt, rests, left -> question(left, List.of(), receipt.reference(), order,
                claims.open(customer, left.currency())), Optional.empty(), day);
    }

    /** Takes a share back as far as it stands. */
    public Money release(Receipt receipt, AllocationRow share, LocalDate day) {
        return release(receipt, share, share.amount(), AllocationReason.CORRECTED, day);
    }

    /** Takes a part of a share back. @return what stood of it, at most so much */
    public Money release(Receipt receipt, AllocationRow share, Money most, AllocationReason why, LocalDate day) {
        Money amount = most.min(standing(receipt.id()).left(share));
        if (amount.isPositive()) {
            AllocationRow row = takeBack(receipt, share, amount, why);
            change(receipt, amount);
            postings.add(BookingText.released(receipt, row, day, owners));
        }
        return amount;
    }

    private List<AllocationRow> comeIn(Receipt receipt, Money amount, boolean restToOldest) {
        Money rests = rests(receipt).plus(amount);
        // What went out beyond what had come in is made good first.
        Money available = rests.min(amount);
        List<AllocationStrategy> order = restToOldest ? orders.of(receipt.customer()) : List.of(AllocationStrategy.NAMED_CLAIMS);
        if (available.isPositive()) {
            WrittenOff.openFor(receipt, available, claims);
        }
        List<AllocationRow> made = available.isPositive()
                ? settle(receipt, available, left -> question(left, receipt.purpose(), receipt.reference(), order,
                        candidates(receipt, left, restToOldest)), Optional.empty())
                : List.of();
        change(receipt, amount.minus(sum(made, amount)));
        return made;
    }

    private List<OpenClaim> candidates(Receipt receipt, Money amount, boolean restToOldest) {
        Map<ClaimId, OpenClaim> found = new LinkedHashMap<>();
        receipt.purpose().forEach(invoice -> claims.of(invoice).forEach(claim -> found.put(claim.id(), claim)));
        Optional<CustomerId> customer = receipt.customer();
        if (restToOldest && customer.isPresent()) {
            claims.open(customer.get(), amount.currency()).forEach(claim -> found.put(claim.id(), claim));
        }
        found.values().forEach(claim -> owners.put(claim.id(), claim.customer()));
        return List.copyOf(found.values());
    }

    private List<AllocationRow> goOut(Receipt receipt, MoneyMove.TakeBack back) {
        Money zero = Money.zero(back.amount().currency());
        Money resting = rests(receipt).isPositive() ? rests(receipt) : zero;
        Money fromShares = back.amount().minus(back.amount().min(resting));
        AllocationReason why = back.disputed() ? AllocationReason.DISPUTED : AllocationReason.REFUNDED;
        List<AllocationRow> released = new ArrayList<>();
        for (StandingShares.Part part : standing(receipt.id()).youngestFirst(fromShares)) {
            released.add(takeBack(receipt, part.share(), part.amount(), why));
        }
        // Whatever no share covers rests as a debt of the payer: it was taken back and never received.
        change(receipt, back.amount().plus(sum(released, back.amount())).negated());
        return released;
    }

    /** Lets payments meant for an invoice, of which something rests, pay what is open of it. */
    public void letOthersStepIn(InvoiceId invoice) {
        for (Receipt receipt : shares.unappliedFor(invoice, unapplied)) {
            Money amount = rests(receipt);
            List<AllocationRow> made = settle(receipt, amount, left -> question(left, List.of(invoice), "",
                    List.of(AllocationStrategy.NAMED_CLAIMS), claims.of(invoice)), Optional.empty());
            change(receipt, sum(made, amount).negated());
            LocalDate day = LocalDate.ofInstant(shares.now(), zone);
            made.forEach(row -> postings.add(BookingText.applied(receipt, row, day, owners)));
        }
    }

    private static AllocationQuestion question(Money amount, List<InvoiceId> purpose, String reference, List<AllocationStrategy> order,
            List<OpenClaim> found) {
        return AllocationQuestion.of(AllocationPolicy.VERSION, amount, purpose, reference, order, found);
    }

    private List<AllocationRow> settle(Receipt receipt, Money amount, Planner planner, Optional<AllocationReason> why) {
        List<AllocationRow> made = new ArrayList<>();
        Money left = amount;
        boolean contested = true;
        for (int attempt = 0; contested && attempt < TRIES && left.isPositive(); attempt++) {
            contested = false;
            AllocationQuestion question = planner.ask(left);
            AllocationPlan plan = AllocationPolicy.plan(question);
            DecisionId decision = shares.nextDecision();
            int before = made.size();
            for (Share share : plan.shares()) {
                SettlementOutcome outcome = claims.apply(share.claim(), share.amount(), "payment:" + receipt.id());
                switch (outcome) {
                    case SettlementOutcome.Done _ -> {
                        made.add(give(receipt, share, why.orElse(share.reason()), decision));
                        left = left.minus(share.amount());
                    }
                    case SettlementOutcome.Exceeds _ -> contested = true;
                    case SettlementOutcome.CurrencyDiffers _, SettlementOutcome.Unknown _ ->
                        throw new IllegalStateException("the plan does not fit the claim: " + outcome);
                }
            }
            if (made.size() > before) {
                decisions.add(new KeptDecision(decision, receipt.id(), AllocationPolicy.kept(question, plan), plan, shares.now(),
                        shares.actor()));
            }
        }
        return made;
    }

    private AllocationRow give(Receipt receipt, Share share, AllocationReason reason, DecisionId decision) {
        return keep(new AllocationRow(shares.nextId(), receipt.id(), share.invoice(), share.claim(), share.amount(), reason,
                AllocationPolicy.VERSION, share.strategy(), Optional.of(decision), Optional.empty(), share.amount(), shares.now(),
                shares.actor()));
    }

    private AllocationRow takeBack(Receipt receipt, AllocationRow share, Money amount, AllocationReason reason) {
        SettlementOutcome outcome = claims.release(share.claim(), amount, "payment:" + receipt.id());
        if (!(outcome instanceof SettlementOutcome.Done)) {
            throw new IllegalStateException("share " + share.id() + " stands, but its claim does not give it back: " + outcome);
        }
        AllocationId id = shares.nextId();
        return keep(new AllocationRow(id, receipt.id(), share.invoice(), share.claim(), amount.negated(), reason, share.ruleVersion(),
                share.strategy(), share.decision(), Optional.of(share.id()), Money.zero(amount.currency()), shares.now(), shares.actor()));
    }

    private AllocationRow keep(AllocationRow row) {
        standing(row.payment()).add(row);
        added.add(row);
        owner(row);
        return row;
    }

    private void owner(AllocationRow row) {
        if (!owners.containsKey(row.claim())) {
            claims.of(row.invoice()).forEach(claim -> owners.put(claim.id(), claim.customer()));
        }
    }

    private StandingShares standing(PaymentId payment) {
        return standing.computeIfAbsent(payment, id -> new StandingShares(shares.rows(id)));
    }

    private Money rests(Receipt receipt) {
        return unapplied.getOrDefault(receipt.id(), receipt.unapplied());
    }

    private void change(Receipt receipt, Money by) {
        if (receipt.account() == AccountRole.CURRENCY_CLEARING) {
            exchanged.add(receipt.id());
        }
        unapplied.put(receipt.id(), rests(receipt).plus(by));
    }

    private static Money sum(List<AllocationRow> rows, Money likeThis) {
        return rows.stream().map(AllocationRow::amount).reduce(Money.zero(likeThis.currency()), Money::plus);
    }
}
