package io.quittance.allocation.control;

import io.quittance.access.CurrentActor;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimMove;
import io.quittance.invoice.HeldClaim;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.SettlementStatus;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.spi.money.Money;
import io.quittance.writeoff.boundary.WriteOffs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The claims of one batch: what is moved is held from its first move on, decided here, and written together by
 * {@link #write}. What is only looked at, such as all that a customer owes, is not held.
 */
final class StagedClaims implements Claims {

    private final Settlement settlement;
    private final WriteOffs writeOffs;
    private final CurrentActor actor;
    private final boolean patiently;
    private final Map<InvoiceId, List<ClaimId>> invoices = new HashMap<>();
    private final Map<ClaimId, HeldClaim> held = new HashMap<>();
    private final Map<Debt, Map<ClaimId, OpenClaim>> seen = new HashMap<>();
    private final List<ClaimMove> moves = new ArrayList<>();

    /** What a customer owes in a currency. */
    record Debt(CustomerId customer, Currency currency) {
    }

    /** @param patiently whether to wait for who holds a claim already, or to throw */
    StagedClaims(Settlement settlement, WriteOffs writeOffs, CurrentActor actor, boolean patiently) {
        this.patiently = patiently;
        this.settlement = settlement;
        this.writeOffs = writeOffs;
        this.actor = actor;
    }

    /** Holds all claims of the invoices by one look. */
    void hold(Collection<InvoiceId> wanted) {
        List<InvoiceId> missing = wanted.stream().filter(invoice -> !invoices.containsKey(invoice)).distinct().toList();
        if (!missing.isEmpty()) {
            missing.forEach(invoice -> invoices.put(invoice, List.of()));
            keep(patiently ? settlement.hold(missing) : settlement.holdAtOnce(missing));
        }
    }

    private void keep(List<HeldClaim> claims) {
        claims.stream().collect(Collectors.groupingBy(claim -> claim.claim().invoice())).forEach((invoice, all) ->
                invoices.put(invoice, all.stream().map(claim -> claim.claim().id()).toList()));
        claims.forEach(claim -> held.put(claim.claim().id(), claim));
    }

    /** Looks at what customers owe, one look for each currency. */
    void look(Collection<Debt> debts) {
        debts.stream().filter(debt -> !seen.containsKey(debt)).distinct().collect(Collectors.groupingBy(Debt::currency))
                .forEach((currency, missing) -> {
                    missing.forEach(debt -> seen.put(debt, new LinkedHashMap<>()));
                    settlement.open(missing.stream().map(Debt::customer).toList(), currency).forEach(claim ->
                            seen.get(new Debt(claim.customer(), currency)).put(claim.id(), claim));
                });
    }

    /** Writes what was moved so far. */
    void write() {
        settlement.moveAll(List.copyOf(moves));
        moves.clear();
    }

    @Override
    public List<OpenClaim> of(InvoiceId invoice) {
        hold(List.of(invoice));
        return invoices.get(invoice).stream().map(held::get).map(HeldClaim::claim).toList();
    }

    @Override
    public List<OpenClaim> open(CustomerId customer, Currency currency) {
        Debt debt = new Debt(customer, currency);
        if (!seen.containsKey(debt)) {
            if (moves.stream().anyMatch(move -> move.amount().isNegative())) {
                write();
            }
            look(List.of(debt));
        }
        return seen.get(debt).values().stream().map(claim -> held.containsKey(claim.id()) ? held.get(claim.id()).claim() : claim)
                .filter(claim -> claim.open().isPositive()).toList();
    }

    @Override
    public SettlementOutcome apply(ClaimId claim, Money amount, String cause) {
        return move(claim, amount, amount, cause, now -> now.claim().open());
    }

    @Override
    public SettlementOutcome release(ClaimId claim, Money amount, String cause) {
        // what came open again may be missing in what was seen
        seen.clear();
        return move(claim, amount, amount.negated(), cause, HeldClaim::paid);
    }

    private SettlementOutcome move(ClaimId id, Money amount, Money by, String cause, Function<HeldClaim, Money> most) {
        if (!held.containsKey(id)) {
            settlement.find(id).ifPresent(found -> hold(List.of(found.invoice())));
        }
        HeldClaim now = held.get(id);
        if (now == null) {
            return new SettlementOutcome.Unknown(id);
        }
        if (!now.claim().open().currency().equals(amount.currency())) {
            return new SettlementOutcome.CurrencyDiffers(id, now.claim().open().currency(), amount.currency());
        }
        if (amount.compareTo(most.apply(now)) > 0) {
            return new SettlementOutcome.Exceeds(id, most.apply(now));
        }
        HeldClaim after = now.moved(by);
        held.put(id, after);
        moves.add(new ClaimMove(actor.get(), now.claim(), by, cause));
        return new SettlementOutcome.Done(id, now.claim().invoice(), after.claim().open(), status(now.claim().invoice()));
    }

    private SettlementStatus status(InvoiceId invoice) {
        List<HeldClaim> all = invoices.get(invoice).stream().map(held::get).toList();
        return SettlementStatus.of(sum(all, claim -> claim.claim().claimed()), sum(all, claim -> claim.claim().open()),
                sum(all, HeldClaim::credited), sum(all, HeldClaim::writtenOff), false);
    }

    private static Money sum(List<HeldClaim> claims, Function<HeldClaim, Money> part) {
        return claims.stream().map(part).reduce(Money::plus).orElseThrow();
    }

    @Override
    public Money recover(InvoiceId invoice, Money most, String cause) {
        hold(List.of(invoice));
        if (invoices.get(invoice).stream().map(held::get).noneMatch(claim -> claim.writtenOff().isPositive())) {
            return Money.zero(most.currency());
        }
        write();
        Money recovered = writeOffs.recover(invoice, most, cause);
        seen.clear();
        keep(settlement.hold(List.of(invoice)));
        return recovered;
    }
}
