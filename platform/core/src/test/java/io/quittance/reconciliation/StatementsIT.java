package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementsIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Statements statements = CORE.get(Statements.class);

    @Test
    void a_payout_on_the_statement_is_matched_and_its_invoice_reconciled() {
        InvoiceId invoice = paidByPayout("119.00", "3.20", "115.80");

        StatementOutcome.Imported outcome = imported(new CamtText("S1").line("2026-03-05", 11580, "r1", "TOY PAYOUT po_1").closing());

        assertThat(outcome.matched()).isEqualTo(1);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(shop.balances()).containsEntry("BANK", "115.80").doesNotContainKeys("GATEWAY_CLEARING", "RECEIVABLES");
    }

    @Test
    void a_wrong_amount_is_flagged_books_nothing_and_leaves_the_invoice_as_it_was() {
        InvoiceId invoice = paidByPayout("119.00", "3.20", "115.80");

        StatementOutcome.Imported outcome = imported(new CamtText("S1").line("2026-03-05", 11570, "r1", "TOY PAYOUT po_1").closing());

        assertThat(outcome.discrepancies()).isEqualTo(1);
        StatementLine line = shop.in(() -> statements.find(outcome.statements().getFirst())).orElseThrow().lines().getFirst();
        assertThat(line.gap()).contains(Gap.SHORT);
        assertThat(line.expected()).contains(ToyPay.eur("115.80"));
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.PAID);
        assertThat(shop.balances()).containsEntry("GATEWAY_CLEARING", "115.80").doesNotContainKey("BANK");
    }

    @Test
    void a_transfer_that_names_an_invoice_pays_it() {
        InvoiceId invoice = shop.issued("100.00");
        String number = shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().number().orElseThrow().text();

        imported(new CamtText("S1").line("2026-03-05", 11900, "r1", "Invoice " + number + " with thanks").closing());

        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.RECONCILED);
    }

    @Test
    void a_credit_leaves_the_rest_of_a_reconciled_invoice_reconciled_and_money_not_seen_yet_does_not() {
        InvoiceId seen = paidByPayout("119.00", "3.20", "115.80");
        imported(new CamtText("S1").line("2026-03-05", 11580, "r1", "TOY PAYOUT po_1").closing());
        InvoiceId unseen = shop.issued("100.00");
        shop.deliver("d-unseen", ToyPay.captured("p-unseen", Optional.of(shop.begun(unseen, "119.00")), "119.00", "0.00"));
        shop.work();

        credit(seen, "10.00");
        credit(unseen, "10.00");
        assertThat(status(seen)).isEqualTo(InvoiceStatus.RECONCILED);
        assertThat(status(unseen)).isEqualTo(InvoiceStatus.PAID);

        shop.in(() -> CORE.get(CreditNotes.class).issue(CreditOrder.whole("rest", seen, "All of it")));
        assertThat(status(seen)).as("nothing of it is paid any more").isEqualTo(InvoiceStatus.CREDITED);
    }

    private void credit(InvoiceId invoice, String net) {
        CreditOutcome outcome = shop.in(() -> CORE.get(CreditNotes.class).issue(new CreditOrder("c" + invoice, invoice, CreditScope.LINES,
                List.of(new LineCredit(1, ToyPay.eur(net))), List.of(), "Damaged", false)));
        assertThat(outcome).isInstanceOf(CreditOutcome.Issued.class);
    }

    @Test
    void the_same_file_and_overlapping_files_book_nothing_twice_while_equal_lines_survive() {
        byte[] first = new CamtText("S1").line("2026-03-05", 500, "", "coffee").line("2026-03-05", 500, "", "coffee").closing();
        byte[] longer = new CamtText("S2").line("2026-03-05", 500, "", "coffee").line("2026-03-05", 500, "", "coffee")
                .line("2026-03-06", 700, "", "cake").closing();

        assertThat(imported(first).lines()).isEqualTo(2);
        assertThat(imported(first).known()).hasSize(1);
        assertThat(imported(longer).lines()).isEqualTo(1);
    }

    @Test
    void a_payout_announced_after_the_statement_is_matched_when_it_is_tried_again() {
        imported(new CamtText("S1").line("2026-03-05", 11580, "r1", "TOY PAYOUT po_1").closing());
        InvoiceId invoice = paidByPayout("119.00", "3.20", "115.80");

        assertThat(shop.in(statements::matchAgain)).isEqualTo(1);
        assertThat(status(invoice)).isEqualTo(InvoiceStatus.RECONCILED);
    }

    @Test
    void a_file_that_is_no_statement_changes_nothing() {
        assertThat(shop.in(() -> statements.bring("x.xml", new byte[] {1, 2, 3}))).isInstanceOf(StatementOutcome.Refused.class);
        assertThat(shop.in(() -> statements.page(0, 10)).total()).isZero();
    }

    private InvoiceId paidByPayout(String gross, String fee, String net) {
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey attempt = shop.begun(invoice, gross);
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), gross, fee));
        shop.deliver("d2", new PaymentEvent.Payout(ToyPay.at("po_1", 30, Optional.empty()),
                ToyPay.eur(gross), ToyPay.eur(fee), ToyPay.eur(net),
                "TOY PAYOUT po_1", LocalDate.of(2026, 3, 5), List.of(new GatewayPaymentId("p1"))));
        shop.work();
        return invoice;
    }

    private StatementOutcome.Imported imported(byte[] content) {
        return (StatementOutcome.Imported) shop.in(() -> statements.bring("statement.xml", content));
    }

    private InvoiceStatus status(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row().status();
    }
}
