package io.quittance.invoice;

/** What is true of an invoice at one instant, each fact by itself. */
public record InvoiceFacts(
        DocumentStatus document,
        SettlementStatus settlement,
        boolean overdue,
        boolean onHold,
        boolean sent,
        boolean viewed,
        boolean bounced) {
}
