package io.quittance.billing;

import io.quittance.invoice.InvoiceId;

/**
 * A draft of a billing run.
 *
 * @param position from 1: the order in which numbers are drawn
 * @param note     why it was not issued; empty otherwise
 */
public record BillingMember(int position, InvoiceId invoice, String customerName, MemberState state, String note) {
}
