package io.quittance.books;

import java.util.Locale;

/** What must hold in the books at every instant. */
public enum Invariant {
    /** Debits equal credits in every entry and currency, and no entry is without lines. */
    ENTRY_BALANCES,
    /** No idempotency key, delivery, or gateway payment stands twice. */
    NOTHING_TWICE,
    /** The receivables account equals the sum of open claims, in total and claim by claim. */
    RECEIVABLES_MATCH_CLAIMS,
    /** What is open of a claim is what was claimed less allocations and credits; never negative, never more than claimed. */
    OPEN_IS_WHAT_IS_LEFT,
    /** An invoice's figures are the sums of its claims, its status says the same, and it is due when its next open claim is. */
    INVOICE_MATCHES_CLAIMS,
    /** Credit notes take no more than their invoice has, per line and tax category; each is booked once, with its amounts. */
    CREDITS_FIT,
    /** What was written off and recovered is booked against bad debt, line by line, and nothing else is. */
    WRITE_OFFS_ARE_BOOKED,
    /** What was deducted for early payment is booked with the tax it corrects, and is no more than was offered. */
    DISCOUNTS_ARE_BOOKED,
    /** Fees and interest are claimed as they accrued less what was waived, and booked as income to the cent. */
    INTEREST_IS_BOOKED,
    /** What was approved was decided by somebody else than asked for it, and applied exactly once. */
    TWO_PEOPLE_DECIDED,
    /** Shares and unapplied cash of a payment are exactly what came in less what was taken back; what decided them is unchanged. */
    PAYMENT_IS_ACCOUNTED_FOR,
    /** Each captured payment is booked once, with its amount; nothing else is booked as a payment. */
    PAYMENT_IS_BOOKED,
    /** The account of unapplied cash equals what rests of payments. */
    UNAPPLIED_MATCHES_PAYMENTS,
    /** Each delivery acknowledged as applied was applied, and each one applied was acknowledged. */
    DELIVERIES_MATCH,
    /** Nothing was posted into a period after it was locked. */
    LOCKED_STAYS_SHUT,
    /** Each invoice that was issued to be mailed has its message in the outbox. */
    MESSAGES_ARE_KEPT,
    /** No number is missing from a series. */
    NUMBERS_HAVE_NO_GAP,
    /** Every charge that the gateway captured is a receipt of ours, and every receipt one of its charges. */
    CHARGES_MATCH_RECEIPTS,
    /** A tenant's account may enter its own database only, and change no history. */
    WALLS_STAND;

    /** As printed, such as {@code entry-balances}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
