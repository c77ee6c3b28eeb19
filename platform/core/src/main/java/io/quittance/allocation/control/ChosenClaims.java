package io.quittance.allocation.control;

import io.quittance.Fault;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ClaimPart;
import io.quittance.allocation.Share;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Payments;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person chooses claims and amounts: every part is judged before anything is written. */
@ApplicationScoped
public class ChosenClaims {

    @Inject
    Receipts receipts;
    @Inject
    Payments payments;
    @Inject
    Settlement settlement;
    @Inject
    MoneyFlow flow;

    public List<OpenClaim> openFor(PaymentId payment) {
        Optional<PaymentRow> row = payments.find(payment).map(view -> view.row());
        Optional<CustomerId> customer = row.flatMap(PaymentRow::customer);
        return customer.isEmpty() ? List.of() : settlement.open(customer.get(), row.get().gross().currency());
    }

    public AllocationOutcome apply(PaymentId payment, List<ClaimPart> parts) {
        Optional<Receipt> receipt = receipts.lock(payment);
        if (receipt.isEmpty()) {
            return new AllocationOutcome.Unknown("payment");
        }
        List<Fault> faults = faults(receipt.get(), parts);
        if (!faults.isEmpty()) {
            return new AllocationOutcome.Refused(faults);
        }
        List<AllocationRow> made = flow.applyTo(receipt.get(), parts);
        Money used = made.stream().map(AllocationRow::amount).reduce(Money.zero(receipt.get().unapplied().currency()), Money::plus);
        return new AllocationOutcome.Allocated(made.stream()
                .map(row -> new Share(row.invoice(), row.claim(), row.amount(), row.reason(), row.strategy())).toList(),
                receipt.get().unapplied().minus(used));
    }

    private List<Fault> faults(Receipt receipt, List<ClaimPart> parts) {
        if (parts.isEmpty()) {
            return List.of(Fault.of("parts", "", "allocation.noParts"));
        }
        List<Fault> faults = new ArrayList<>();
        Set<ClaimId> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            String field = "parts[" + i + "].";
            ClaimPart part = parts.get(i);
            Optional<OpenClaim> claim = settlement.find(part.claim())
                    .filter(found -> receipt.customer().isEmpty() || receipt.customer().get().equals(found.customer()));
            if (claim.isEmpty() || !seen.add(part.claim())) {
                faults.add(Fault.of(field + "claim", part.claim(), "allocation.unknownClaim"));
            } else {
                amountFault(field + "amount", part.amount(), claim.get(), receipt).ifPresent(faults::add);
            }
        }
        if (faults.isEmpty()) {
            Money sum = parts.stream().map(ClaimPart::amount).reduce(Money::plus).orElseThrow();
            if (sum.compareTo(receipt.unapplied()) > 0) {
                faults.add(Fault.of("parts", sum.toDecimal().toPlainString(), "allocation.moreThanRests", receipt.unapplied()));
            }
        }
        return faults;
    }

    private static Optional<Fault> amountFault(String field, Money amount, OpenClaim claim, Receipt receipt) {
        String given = amount.toDecimal().toPlainString();
        if (!amount.currency().equals(receipt.unapplied().currency()) || !amount.currency().equals(claim.open().currency())) {
            return Optional.of(Fault.of(field, amount, "money.currencyDiffers", receipt.unapplied().currency()));
        }
        if (!amount.isPositive()) {
            return Optional.of(Fault.of(field, given, "money.notPositive"));
        }
        return amount.compareTo(claim.open()) > 0 ? Optional.of(Fault.of(field, given, "allocation.moreThanOpen", claim.open()))
                : Optional.empty();
    }
}
