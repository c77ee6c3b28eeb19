package io.quittance.allocation.entity;

import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.Share;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which claims a payment pays, in which order.
 *
 * <ol>
 * <li>What the payer named, in the order named (BGB s. 366 (1)), even when it is on hold.
 * <li>If the payment may go further: the customer's oldest due invoice that is not on hold; on a tie the one issued
 *     first, then the lower number.
 * <li>Within an invoice costs, then interest, then principal (BGB s. 367 (1)); of several the one due first.
 * </ol>
 *
 * A claim of another currency is never paid. Pure: the same question has the same answer.
 */
public final class AllocationPolicy {

    /** Stored beside every share; grows with each change of the rules. */
    public static final int VERSION = 1;

    /** What the rules decide. @param remainder what no claim could take */
    public record Plan(List<Share> shares, Money remainder) {

        public Plan {
            shares = List.copyOf(shares);
        }
    }

    private static final Comparator<OpenClaim> WITHIN_AN_INVOICE = Comparator
            .<OpenClaim>comparingInt(claim -> rank(claim.kind()))
            .thenComparing(OpenClaim::dueDate)
            .thenComparing(claim -> claim.id().value());

    private AllocationPolicy() {
    }

    /**
     * @param amount       not negative
     * @param purpose      invoices that the payer named, in that order
     * @param claims       claims that may be paid; those without anything open are passed over
     * @param restToOldest whether what the named leave may go to the others
     */
    public static Plan plan(Money amount, List<InvoiceId> purpose, List<OpenClaim> claims, boolean restToOldest) {
        List<OpenClaim> payable = claims.stream()
                .filter(claim -> claim.open().currency().equals(amount.currency()) && claim.open().isPositive())
                .toList();
        List<Share> shares = new ArrayList<>();
        Money left = fill(amount, named(payable, purpose), AllocationReason.PAYERS_PURPOSE, shares);
        if (restToOldest) {
            left = fill(left, oldestDue(payable, purpose), AllocationReason.OLDEST_DUE, shares);
        }
        return new Plan(shares, left);
    }

    private static List<OpenClaim> named(List<OpenClaim> claims, List<InvoiceId> purpose) {
        return claims.stream()
                .filter(claim -> purpose.contains(claim.invoice()))
                .sorted(Comparator.<OpenClaim>comparingInt(claim -> purpose.indexOf(claim.invoice())).thenComparing(WITHIN_AN_INVOICE))
                .toList();
    }

    private static List<OpenClaim> oldestDue(List<OpenClaim> claims, List<InvoiceId> purpose) {
        Map<InvoiceId, LocalDate> due = new HashMap<>();
        claims.forEach(claim -> due.merge(claim.invoice(), claim.dueDate(), (a, b) -> a.isBefore(b) ? a : b));
        return claims.stream()
                .filter(claim -> !claim.onHold() && !purpose.contains(claim.invoice()))
                .sorted(Comparator.<OpenClaim, LocalDate>comparing(claim -> due.get(claim.invoice()))
                        .thenComparing(OpenClaim::issueDate)
                        .thenComparing(claim -> claim.number().text())
                        .thenComparing(claim -> claim.invoice().value())
                        .thenComparing(WITHIN_AN_INVOICE))
                .toList();
    }

    private static Money fill(Money amount, List<OpenClaim> claims, AllocationReason reason, List<Share> shares) {
        Money left = amount;
        for (OpenClaim claim : claims) {
            if (!left.isPositive()) {
                break;
            }
            Money part = left.min(claim.open());
            shares.add(new Share(claim.invoice(), claim.id(), part, reason));
            left = left.minus(part);
        }
        return left;
    }

    private static int rank(ClaimKind kind) {
        return switch (kind) {
            case FEE -> 0;
            case INTEREST -> 1;
            case INSTALMENT, PRINCIPAL -> 2;
        };
    }
}
