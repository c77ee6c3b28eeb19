package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvoiceStatusTest {

    private static final boolean YES = true;
    private static final boolean NO = false;

    @Test
    void a_cancelled_draft_is_cancelled_and_a_draft_a_draft_whatever_else_is_said() {
        assertThat(status(DocumentStatus.CANCELLED, SettlementStatus.OPEN, YES, YES, YES, YES, YES)).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(status(DocumentStatus.DRAFT, SettlementStatus.OPEN, YES, YES, YES, YES, YES)).isEqualTo(InvoiceStatus.DRAFT);
    }

    @Test
    void paid_wins_over_overdue_and_over_a_hold() {
        assertThat(issued(SettlementStatus.PAID, YES, YES, YES, YES, YES)).isEqualTo(InvoiceStatus.PAID);
        assertThat(issued(SettlementStatus.RECONCILED, YES, YES, YES, YES, YES)).isEqualTo(InvoiceStatus.RECONCILED);
    }

    @Test
    void a_hold_wins_over_overdue_and_overdue_over_part_paid() {
        assertThat(issued(SettlementStatus.PARTLY_PAID, YES, YES, YES, YES, NO)).isEqualTo(InvoiceStatus.ON_HOLD);
        assertThat(issued(SettlementStatus.PARTLY_PAID, YES, NO, YES, YES, NO)).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(issued(SettlementStatus.PARTLY_PAID, NO, NO, YES, YES, NO)).isEqualTo(InvoiceStatus.PARTLY_PAID);
    }

    @Test
    void how_far_the_document_got_shows_only_while_nothing_else_is_to_be_said() {
        assertThat(issued(SettlementStatus.OPEN, NO, NO, YES, YES, YES)).isEqualTo(InvoiceStatus.VIEWED);
        assertThat(issued(SettlementStatus.OPEN, NO, NO, YES, NO, YES)).isEqualTo(InvoiceStatus.UNDELIVERABLE);
        assertThat(issued(SettlementStatus.OPEN, NO, NO, YES, NO, NO)).isEqualTo(InvoiceStatus.SENT);
        assertThat(issued(SettlementStatus.OPEN, NO, NO, NO, NO, NO)).isEqualTo(InvoiceStatus.ISSUED);
    }

    private static InvoiceStatus issued(SettlementStatus settlement, boolean overdue, boolean held, boolean sent, boolean viewed,
            boolean bounced) {
        return status(DocumentStatus.ISSUED, settlement, overdue, held, sent, viewed, bounced);
    }

    private static InvoiceStatus status(DocumentStatus document, SettlementStatus settlement, boolean overdue, boolean held, boolean sent,
            boolean viewed, boolean bounced) {
        return InvoiceStatus.of(new InvoiceFacts(document, settlement, overdue, held, sent, viewed, bounced));
    }
}
