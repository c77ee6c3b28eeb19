package io.quittance.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.access.Actor;
import io.quittance.access.Roles;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.boundary.Approvals;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.TimelineEntry;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.payment.PaymentMethod;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancellationIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());

    @AfterEach
    void every_invariant_holds() {
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void a_cancelled_invoice_keeps_its_number_owes_nothing_and_names_its_credit_note() {
        InvoiceId invoice = shop.issued("100.00");
        String number = view(invoice).row().number().orElseThrow().text();
        CreditOutcome.Issued issued = (CreditOutcome.Issued) cancel("k", invoice);
        InvoiceView after = view(invoice);
        assertThat(after.row().status()).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(after.row().number().orElseThrow().text()).isEqualTo(number);
        assertThat(after.totals().gross()).as("the document stays as it was issued").isEqualTo(ToyPay.eur("119.00"));
        assertThat(after.row().open().isZero()).isTrue();
        assertThat(shop.in(() -> CORE.get(CreditNotes.class).ofInvoice(invoice))).singleElement()
                .satisfies(note -> assertThat(note.number()).isEqualTo(issued.number()));
        assertThat(shop.balances()).isEmpty();
        assertThat(shop.in(() -> CORE.get(InvoiceList.class).timeline(invoice))).filteredOn(entry -> entry.kind().equals("cancelled"))
                .singleElement().extracting(TimelineEntry::detail).satisfies(detail ->
                        assertThat(detail).containsEntry("reason", "Ordered twice").containsEntry("credit", issued.number().text()));
        assertThat(cancel("k", invoice)).isInstanceOf(CreditOutcome.AlreadyIssued.class);
        assertThat(faults(cancel("k2", invoice))).containsExactly("correction.notIssued");
    }

    @Test
    void money_that_was_received_stands_in_the_way_and_money_that_comes_later_rests() {
        InvoiceId paid = shop.issued("100.00");
        pay("p1", paid, "1.00");
        assertThat(faults(cancel("k1", paid))).containsExactly("cancel.paid");
        assertThat(view(paid).row().status()).isNotEqualTo(InvoiceStatus.CANCELLED);
        InvoiceId unpaid = shop.issued("10.00");
        assertThat(cancel("k2", unpaid)).isInstanceOf(CreditOutcome.Issued.class);
        pay("p2", unpaid, "11.90");
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-11.90");
        assertThat(view(unpaid).row().status()).isEqualTo(InvoiceStatus.CANCELLED);
    }

    @Test
    void a_draft_is_discarded_instead_and_both_are_found_among_the_cancelled() {
        InvoiceId draft = shop.in(() -> new Samples(CORE).draft(shop.customer(), "5.00"));
        assertThat(faults(cancel("k", draft))).containsExactly("correction.notIssued");
        shop.in(() -> CORE.get(Invoicing.class).discard(draft));
        assertThat(view(draft).row().number()).isEmpty();
        assertThat(view(draft).row().status()).isEqualTo(InvoiceStatus.CANCELLED);
    }

    @Test
    void above_the_limit_it_is_cancelled_when_a_second_person_agrees_unless_money_came_meanwhile() {
        shop.in(() -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", new BigDecimal("50")))));
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("100.00");
        CreditOutcome.Waiting agreed = (CreditOutcome.Waiting) cancel("k1", first);
        CreditOutcome.Waiting late = (CreditOutcome.Waiting) cancel("k2", second);
        assertThat(view(first).row().status()).isNotEqualTo(InvoiceStatus.CANCELLED);
        assertThat(approve(agreed)).isInstanceOf(ApprovalOutcome.Approved.class);
        assertThat(view(first).row().status()).isEqualTo(InvoiceStatus.CANCELLED);
        pay("p", second, "1.00");
        assertThat(approve(late)).isInstanceOf(ApprovalOutcome.Refused.class);
        assertThat(view(second).row().open()).isEqualTo(ToyPay.eur("118.00"));
    }

    private CreditOutcome cancel(String key, InvoiceId invoice) {
        return shop.in(() -> CORE.get(CreditNotes.class).issue(CreditOrder.cancellation(key, invoice, "Ordered twice", false)));
    }

    private static List<String> faults(CreditOutcome outcome) {
        assertThat(outcome).isInstanceOf(CreditOutcome.Refused.class);
        return ((CreditOutcome.Refused) outcome).faults().stream().map(Fault::rule).toList();
    }

    private ApprovalOutcome approve(CreditOutcome.Waiting waiting) {
        Actor bert = new Actor.Person("bert", "bert", "bert@example.com", Set.of("accountant"),
                CORE.get(Roles.class).permissions(Set.of("accountant")));
        return TenantScope.<ApprovalOutcome, RuntimeException>call(shop.tenant(), bert,
                () -> CORE.get(Approvals.class).approve(waiting.approval()));
    }

    private void pay(String key, InvoiceId invoice, String amount) {
        assertThat(shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment(key, shop.customer().id(), ToyPay.eur(amount),
                PaymentMethod.CASH, LocalDate.parse("2026-03-02"), "", List.of(invoice), false))))
                .isInstanceOf(RecordOutcome.Recorded.class);
    }

    private InvoiceView view(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow();
    }
}
