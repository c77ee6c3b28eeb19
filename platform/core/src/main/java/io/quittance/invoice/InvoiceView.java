package io.quittance.invoice;

import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An invoice in full.
 *
 * @param row              the same figures that the list shows
 * @param seller           of a draft: as it would be named today
 * @param paymentReference what the payer is asked to give, empty for a draft
 * @param language         of the document
 * @param due              as the document says; empty for a draft without a due date
 * @param holds            what keeps it from being collected
 * @param discount         what the issued document offers for paying early
 */
public record InvoiceView(
        InvoiceRow row,
        Seller seller,
        Party buyer,
        InvoiceTotals totals,
        List<ClaimView> claims,
        String paymentReference,
        String buyerReference,
        String notes,
        Locale language,
        Optional<DueDate> due,
        List<Hold> holds,
        Optional<Instant> issuedAt,
        Optional<Instant> sentAt,
        Optional<Instant> viewedAt,
        Optional<DiscountOffer> discount) {

    public InvoiceId id() {
        return row.id();
    }

    /** When the next open claim is due; without instalments that is when the document says. */
    public Optional<DueDate> nextDue() {
        return due.map(document -> new DueDate(row.dueDate().orElse(document.date()), document.zone()));
    }

    /** Whether a plan is under way. */
    public boolean hasPlan() {
        return claims.stream().anyMatch(claim -> claim.kind() == ClaimKind.INSTALMENT && claim.open().isPositive());
    }

    public boolean inInstalments() {
        return claims.stream().anyMatch(claim -> claim.kind() == ClaimKind.INSTALMENT);
    }

    /** What fees and interest leave open. */
    public Money lateOpen() {
        return claims.stream().filter(claim -> claim.kind() == ClaimKind.FEE || claim.kind() == ClaimKind.INTEREST).map(ClaimView::open)
                .reduce(Money.zero(row.open().currency()), Money::plus);
    }

    /** All that is claimed: the total of the document, fees and interest; of a draft what it would be. */
    public Money claimed() {
        return claims.isEmpty() ? row.gross() : claims.stream().map(ClaimView::claimed).reduce(Money::plus).orElseThrow();
    }

    /** What is to be paid by the end of a civil day: of an invoice in instalments those due by then, of any other all that is open. */
    public Money openBy(LocalDate day) {
        return inInstalments() ? claims.stream().filter(claim -> !claim.dueDate().isAfter(day)).map(ClaimView::open)
                .reduce(Money.zero(row.open().currency()), Money::plus) : row.open();
    }
}
