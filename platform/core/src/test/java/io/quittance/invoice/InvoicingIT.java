package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.Page;
import io.quittance.customer.Customer;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoicingIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static Tenant tenant;
    private static Customer customer;

    @BeforeAll
    static void makeTenant() {
        tenant = CORE.newTenant();
        customer = CORE.in(tenant, () -> SAMPLES.customer("Muster GmbH"));
    }

    @Test
    void an_issued_invoice_has_a_number_a_claim_frozen_figures_and_a_journal_entry() {
        InvoiceId id = CORE.in(tenant, () -> SAMPLES.draft(new DraftInvoice(customer.id(), "EUR", Optional.empty(), Optional.empty(),
                "PO-7", "Thank you", List.of(
                        LineInput.of("Consulting", "7.5", "120.00", TaxRate.standard("19")),
                        LineInput.of("Books", "3", "19.99", TaxRate.standard("7"))))));
        IssueOutcome outcome = CORE.in(tenant, () -> CORE.get(Invoicing.class).issue(id, false));
        assertThat(outcome).isInstanceOf(IssueOutcome.Issued.class);

        InvoiceView view = CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
        assertThat(view.row().number().orElseThrow().text()).matches("INV-\\d{4}-\\d{5}");
        assertThat(view.row().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(view.totals().net()).isEqualTo(Money.ofMinor(95997, "EUR"));
        assertThat(view.totals().tax()).isEqualTo(Money.ofMinor(17100 + 420, "EUR"));
        assertThat(view.totals().gross()).isEqualTo(Money.ofMinor(113517, "EUR"));
        assertThat(view.totals().lines()).extracting(InvoiceLine::description).containsExactly("Consulting", "Books");
        assertThat(view.totals().lines().getFirst().quantity()).isEqualTo("7.5");
        assertThat(view.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.open()).isEqualTo(view.totals().gross());
            assertThat(claim.kind()).isEqualTo(ClaimKind.PRINCIPAL);
        });
        LocalDate issued = view.row().issueDate().orElseThrow();
        assertThat(view.row().dueDate()).contains(issued.plusDays(30));
        assertThat(view.buyer().name()).isEqualTo("Muster GmbH");
        assertThat(CORE.in(tenant, () -> CORE.get(LedgerReports.class).behindInvoice(id.value())))
                .extracting(line -> line.account().role() + " " + line.amount())
                .containsExactlyInAnyOrder("RECEIVABLES 1135.17 EUR", "REVENUE -959.97 EUR", "TAX_PAYABLE -175.20 EUR");
        assertThat(CORE.in(tenant, () -> CORE.get(InvoiceList.class).timeline(id))).extracting(TimelineEntry::kind)
                .containsExactly("drafted", "issued");
    }

    @Test
    void issuing_twice_answers_with_the_first_number_and_changing_is_refused() {
        InvoiceId id = CORE.in(tenant, () -> SAMPLES.issued(customer, "10.00"));
        IssueOutcome again = CORE.in(tenant, () -> CORE.get(Invoicing.class).issue(id, false));
        assertThat(again).isInstanceOf(IssueOutcome.AlreadyIssued.class);
        DraftOutcome changed = CORE.in(tenant, () -> CORE.get(Invoicing.class)
                .change(id, DraftInvoice.of(customer.id(), "EUR", List.of())));
        assertThat(changed).isEqualTo(new DraftOutcome.NotADraft(id, DocumentStatus.ISSUED));
    }

    @Test
    void sixteen_threads_draw_numbers_without_gap_or_repetition() throws Exception {
        Tenant crowded = CORE.newTenant();
        Customer buyer = CORE.in(crowded, () -> SAMPLES.customer("Crowd Ltd"));
        int threads = 16;
        int each = 6;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                boolean refuses = i % 4 == 3;
                work.add(() -> {
                    for (int n = 0; n < each; n++) {
                        if (refuses) {
                            InvoiceId empty = CORE.in(crowded, () -> SAMPLES.draft(DraftInvoice.of(buyer.id(), "EUR", List.of())));
                            CORE.in(crowded, () -> CORE.get(Invoicing.class).issue(empty, false));
                        } else {
                            CORE.in(crowded, () -> SAMPLES.issued(buyer, "5.00"));
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        }
        List<String> numbers = CORE.in(crowded, () -> CORE.get(InvoiceList.class).page(InvoiceFilter.ALL.withStatuses(InvoiceStatus.ISSUED),
                Page.Request.first(1000, InvoiceSort.NUMBER, true))).rows().stream().map(row -> row.number().orElseThrow().text()).toList();
        int year = tenant.today(CORE.clock()).getYear();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 12 * each; i++) {
            expected.add(String.format("INV-%d-%05d", year, i));
        }
        assertThat(numbers).isEqualTo(expected);
    }

    @Test
    void a_payment_cannot_take_more_than_is_open_and_can_be_given_back() {
        InvoiceId id = CORE.in(tenant, () -> SAMPLES.issued(customer, "100.00"));
        ClaimId claim = CORE.in(tenant, () -> CORE.get(Settlement.class).claims(id)).getFirst().id();
        Money part = Money.ofMinor(10000, "EUR");
        assertThat(apply(claim, part)).isEqualTo(new SettlementOutcome.Done(claim, id, Money.ofMinor(1900, "EUR"),
                SettlementStatus.PARTLY_PAID));
        assertThat(apply(claim, part)).isEqualTo(new SettlementOutcome.Exceeds(claim, Money.ofMinor(1900, "EUR")));
        assertThat(apply(claim, Money.ofMinor(1, "USD"))).isInstanceOf(SettlementOutcome.CurrencyDiffers.class);
        assertThat(apply(new ClaimId(1), part)).isEqualTo(new SettlementOutcome.Unknown(new ClaimId(1)));
        assertThat(CORE.in(tenant, () -> CORE.get(Settlement.class).markReconciled(id, "test:1"))).isFalse();
        assertThat(apply(claim, Money.ofMinor(1900, "EUR")))
                .isEqualTo(new SettlementOutcome.Done(claim, id, Money.ofMinor(0, "EUR"), SettlementStatus.PAID));
        assertThat(CORE.in(tenant, () -> CORE.get(Settlement.class).markReconciled(id, "test:1"))).isTrue();
        assertThat(status(id)).isEqualTo(InvoiceStatus.RECONCILED);
        SettlementOutcome back = CORE.in(tenant, () -> CORE.get(Settlement.class).release(claim, part, "chargeback:1"));
        assertThat(back).isEqualTo(new SettlementOutcome.Done(claim, id, part, SettlementStatus.PARTLY_PAID));
        SettlementOutcome tooMuch = CORE.in(tenant, () -> CORE.get(Settlement.class).release(claim, part, "chargeback:2"));
        assertThat(tooMuch).isEqualTo(new SettlementOutcome.Exceeds(claim, Money.ofMinor(1900, "EUR")));
    }

    @Test
    void what_is_wrong_with_a_draft_is_named_by_field_value_and_remedy_and_leaves_nothing() {
        long before = count();
        DraftInvoice wrong = new DraftInvoice(customer.id(), "ABC", Optional.of(LocalDate.parse("2026-03-01")),
                Optional.of(LocalDate.parse("2026-02-01")), "", "",
                List.of(LineInput.of(" ", "1", "-5", TaxRate.standard("19")), LineInput.of("x", "1.1234567", "1", TaxRate.standard("19"))));
        DraftOutcome outcome = CORE.in(tenant, () -> CORE.get(Invoicing.class).draft(wrong));
        assertThat(outcome).isInstanceOfSatisfying(DraftOutcome.Refused.class, refused -> assertThat(refused.faults())
                .extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactly("currency currency.unknown", "dueDate invoice.dueBeforeIssue", "lines[0].description text.missing",
                        "lines[0].unitPrice money.negative", "lines[1].quantity number.tooPrecise"));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void the_database_refuses_to_rewrite_what_was_issued() {
        InvoiceId id = CORE.in(tenant, () -> SAMPLES.issued(customer, "10.00"));
        for (String change : List.of("UPDATE invoice_document SET gross_minor = 1", "DELETE FROM invoice_document",
                "UPDATE invoice_line SET net_minor = 1", "DELETE FROM invoice_tax", "UPDATE claim_movement SET amount_minor = 1",
                "DELETE FROM invoice_event")) {
            assertThatThrownBy(() -> CORE.in(tenant, () -> CORE.get(RawSql.class).execute(change))).hasStackTraceContaining("denied");
        }
        assertThat(status(id)).isEqualTo(InvoiceStatus.ISSUED);
    }

    @Test
    void a_fault_in_the_middle_of_issuing_leaves_a_draft_and_draws_no_number() {
        Tenant broken = CORE.newTenant();
        Customer buyer = CORE.in(broken, () -> SAMPLES.customer("Broken AG"));
        InvoiceId draft = CORE.in(broken, () -> SAMPLES.draft(buyer, "10.00"));
        assertThatThrownBy(() -> CORE.in(broken, () -> {
            CORE.get(RawSql.class).issueThenFail(draft);
            return null;
        })).hasMessageContaining("injected");
        assertThat(CORE.in(broken, () -> CORE.get(InvoiceList.class).find(draft)).orElseThrow().row().status())
                .isEqualTo(InvoiceStatus.DRAFT);
        assertThat(CORE.in(broken, () -> CORE.get(LedgerReports.class).behindInvoice(draft.value()))).isEmpty();
        InvoiceId other = CORE.in(broken, () -> SAMPLES.issued(buyer, "20.00"));
        assertThat(CORE.in(broken, () -> CORE.get(InvoiceList.class).find(other)).orElseThrow().row().number().orElseThrow().text())
                .endsWith("-00001");
    }

    @Test
    void totals_are_kept_apart_by_currency() {
        Tenant mixed = CORE.newTenant();
        Customer buyer = CORE.in(mixed, () -> SAMPLES.customer("Mixed Inc"));
        CORE.in(mixed, () -> SAMPLES.issued(buyer, "10.00"));
        CORE.in(mixed, () -> SAMPLES.issued(SAMPLES.draft(DraftInvoice.of(buyer.id(), "JPY",
                List.of(LineInput.of("Tea", "1", "1000", TaxRate.standard("10")))))));
        var sums = CORE.in(mixed, () -> CORE.get(InvoiceList.class).sums(InvoiceFilter.ALL));
        assertThat(sums).hasSize(2);
        assertThat(sums.get(Currency.getInstance("JPY")))
                .isEqualTo(new InvoiceSums(1, Money.ofMinor(1100, "JPY"), Money.ofMinor(1100, "JPY")));
    }

    private static SettlementOutcome apply(ClaimId claim, Money amount) {
        return CORE.in(tenant, () -> CORE.get(Settlement.class).apply(claim, amount, "test:1"));
    }

    private static InvoiceStatus status(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow().row().status();
    }

    private static long count() {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).page(InvoiceFilter.ALL, Page.Request.first(1, InvoiceSort.CREATED, true)))
                .total();
    }
}
