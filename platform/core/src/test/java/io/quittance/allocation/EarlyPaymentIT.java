package io.quittance.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.EarlyPayment;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.Customer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.DiscountOffers;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice of 1,297.00 (1,000.00 at 19 %, 100.00 at 7 %) of 2 March 2026, 2 % within ten days: 25.94 until 12 March. */
class EarlyPaymentIT {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private Tenant tenant;
    private int keys;

    @BeforeEach
    void makeTenant() {
        CORE.clock().set(LocalDateTime.parse("2026-03-02T12:00").atZone(ZoneId.of("Europe/Berlin")).toInstant());
        tenant = CORE.newTenant();
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void what_comes_in_by_the_last_day_settles_the_invoice_and_corrects_the_tax_of_each_rate() {
        InvoiceId id = issued(DiscountTerms.TaxMode.INCLUDED);
        assertThat(view(id).discount().orElseThrow().amount()).isEqualTo(eur("25.94"));
        later("2026-03-20");
        pay(id, "1271.06", "2026-03-12");
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.PAID);
        // tax was 197.00; 3.80 and 0.14 of it fall away
        assertThat(balances()).containsEntry("DISCOUNTS", "22.00").containsEntry("TAX_PAYABLE", "-193.06")
                .doesNotContainKey("RECEIVABLES").doesNotContainKey("UNAPPLIED_CASH");
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void tax_stays_as_invoiced_where_the_terms_exclude_it() {
        InvoiceId id = issued(DiscountTerms.TaxMode.EXCLUDED);
        assertThat(view(id).discount().orElseThrow().amount()).as("of the net amount").isEqualTo(eur("22.00"));
        pay(id, "1275.00", "2026-03-02");
        assertThat(balances()).containsEntry("DISCOUNTS", "22.00").containsEntry("TAX_PAYABLE", "-197.00")
                .doesNotContainKey("RECEIVABLES");
    }

    @Test
    void a_day_late_earns_nothing_until_the_back_office_shows_goodwill() {
        InvoiceId id = issued(DiscountTerms.TaxMode.INCLUDED);
        later("2026-03-20");
        pay(id, "1271.06", "2026-03-13");
        assertThat(view(id).row().open()).isEqualTo(eur("25.94"));
        assertThat(extend(id, "2026-03-12")).as("no later than before").isNotEmpty();
        assertThat(extend(id, "2026-03-13")).isEmpty();
        assertThat(view(id).row().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void part_payments_in_time_count_together_and_one_of_them_late_does_not() {
        InvoiceId id = issued(DiscountTerms.TaxMode.INCLUDED);
        later("2026-03-20");
        pay(id, "500.00", "2026-03-05");
        assertThat(view(id).row().open()).isEqualTo(eur("797.00"));
        pay(id, "771.06", "2026-03-13");
        assertThat(view(id).row().open()).isEqualTo(eur("25.94"));
        InvoiceId other = issued(DiscountTerms.TaxMode.INCLUDED);
        later("2026-03-25");
        pay(other, "500.00", "2026-03-21");
        pay(other, "771.06", "2026-03-22");
        assertThat(view(other).row().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void the_discount_falls_with_the_money_that_earned_it() {
        InvoiceId id = issued(DiscountTerms.TaxMode.INCLUDED);
        PaymentId payment = pay(id, "1271.06", "2026-03-02");
        CORE.in(tenant, () -> {
            Allocations allocations = CORE.get(Allocations.class);
            return allocations.release(allocations.ofPayment(payment).getFirst().id());
        });
        assertThat(view(id).row().open()).isEqualTo(eur("1297.00"));
        assertThat(balances()).containsEntry("TAX_PAYABLE", "-197.00").doesNotContainKey("DISCOUNTS");
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void a_credit_of_all_of_it_takes_the_discount_back_and_leaves_the_money_to_the_payer() {
        InvoiceId id = issued(DiscountTerms.TaxMode.INCLUDED);
        pay(id, "1271.06", "2026-03-02");
        CreditOutcome outcome = CORE.in(tenant, () -> CORE.get(CreditNotes.class).issue(CreditOrder.whole("c" + ++keys, id, "all")));
        assertThat(outcome).isInstanceOf(CreditOutcome.Issued.class);
        assertThat(balances()).containsEntry("UNAPPLIED_CASH", "-1271.06").doesNotContainKey("DISCOUNTS").doesNotContainKey("TAX_PAYABLE");
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void in_whatever_order_the_payments_are_heard_of_the_books_are_the_same() {
        List<List<String>> payments = List.of(List.of("600.00", "2026-03-04"), List.of("671.06", "2026-03-12"),
                List.of("300.00", "2026-03-14"), List.of("10.00", "2026-03-25"));
        Map<String, Integer> seen = new HashMap<>();
        Random random = new Random(7);
        later("2026-04-01");
        for (int round = 0; round < 8; round++) {
            tenant = CORE.newTenant();
            InvoiceId id = issuedOn("2026-03-02");
            List<List<String>> order = new ArrayList<>(payments);
            Collections.shuffle(order, random);
            order.forEach(payment -> pay(id, payment.get(0), payment.get(1)));
            seen.merge(balances().toString(), 1, Integer::sum);
            assertThat(BooksOf.findings(tenant)).as(order.toString()).isEmpty();
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.keySet().iterator().next()).contains("DISCOUNTS=22.00", "UNAPPLIED_CASH=-310.00");
    }

    @Test
    void money_that_a_gateway_heard_of_late_takes_the_place_of_what_came_in_after_the_last_day() {
        ToyPay toy = new ToyPay();
        Shop shop = new Shop(CORE, toy);
        InvoiceId invoice = offered(shop);
        IdempotencyKey late = shop.begun(invoice, "30.00");
        IdempotencyKey early = shop.begun(invoice, "116.62");
        later("2026-04-01");
        shop.deliver("d1", captured("p1", 19, late, "30.00"));
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(eur("89.00"));
        shop.deliver("d2", captured("p2", 4, early, "116.62"));
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(eur("0.00"));
        assertThat(shop.balances()).containsEntry("DISCOUNTS", "2.00").containsEntry("TAX_PAYABLE", "-18.62")
                .containsEntry("UNAPPLIED_CASH", "-30.00");
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void money_that_a_person_took_back_earns_no_discount_though_it_came_in_time_and_does_not_pay_again() {
        Shop shop = new Shop(CORE, new ToyPay());
        InvoiceId invoice = offered(shop);
        IdempotencyKey attempt = shop.begun(invoice, "116.62");
        later("2026-04-01");
        shop.deliver("d1", captured("p1", 4, attempt, "116.62"));
        shop.work();
        assertThat(shop.open(invoice)).isEqualTo(eur("0.00"));
        shop.in(() -> {
            Allocations allocations = CORE.get(Allocations.class);
            return allocations.release(allocations.ofInvoice(invoice).getFirst().id());
        });
        assertThat(shop.open(invoice)).isEqualTo(eur("119.00"));
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-116.62").doesNotContainKey("DISCOUNTS");
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    /** 119.00 of 1 March 2026, 2 % within ten days. */
    private static InvoiceId offered(Shop shop) {
        return shop.in(() -> {
            InvoiceId draft = SAMPLES.draft(new DraftInvoice(shop.customer().id(), "EUR", Optional.of(LocalDate.parse("2026-03-01")),
                    Optional.empty(), "", "", List.of(LineInput.of("Goods", "1", "100.00", TaxRate.standard("19")))));
            CORE.get(DiscountOffers.class).changeDraft(draft,
                    Optional.of(new DiscountTerms(new BigDecimal("2"), 10, DiscountTerms.TaxMode.INCLUDED)));
            return SAMPLES.issued(draft);
        });
    }

    private static PaymentEvent captured(String payment, long days, IdempotencyKey attempt, String gross) {
        return new PaymentEvent.Captured(ToyPay.at(payment, days * 86_400, Optional.of(attempt)), eur(gross), eur("0.00"), MethodKind.CARD,
                "Visa •••• 4242");
    }

    private InvoiceId issued(DiscountTerms.TaxMode mode) {
        return CORE.in(tenant, () -> {
            Customer customer = SAMPLES.customer("Early AG " + ++keys);
            DiscountTerms terms = new DiscountTerms(new BigDecimal("2"), 10, mode);
            assertThat(CORE.get(DiscountOffers.class).change(customer.id(), Optional.of(terms))).isEmpty();
            return SAMPLES.issued(SAMPLES.draft(draft(customer, Optional.empty())));
        });
    }

    private InvoiceId issuedOn(String day) {
        return CORE.in(tenant, () -> {
            Customer customer = SAMPLES.customer("Early AG " + ++keys);
            InvoiceId draft = SAMPLES.draft(draft(customer, Optional.of(LocalDate.parse(day))));
            CORE.get(DiscountOffers.class).changeDraft(draft,
                    Optional.of(new DiscountTerms(new BigDecimal("2"), 10, DiscountTerms.TaxMode.INCLUDED)));
            return SAMPLES.issued(draft);
        });
    }

    private static DraftInvoice draft(Customer customer, Optional<LocalDate> issue) {
        return new DraftInvoice(customer.id(), "EUR", issue, Optional.empty(), "", "",
                List.of(LineInput.of("Goods", "1", "1000.00", TaxRate.standard("19")),
                        LineInput.of("Books", "1", "100.00", TaxRate.standard("7"))));
    }

    private PaymentId pay(InvoiceId id, String amount, String day) {
        RecordOutcome outcome = CORE.in(tenant, () -> CORE.get(ManualPayments.class).record(new ManualPayment("key" + ++keys,
                view(id).row().customer(), eur(amount), PaymentMethod.BANK_TRANSFER, LocalDate.parse(day), "", List.of(id), false)));
        return ((RecordOutcome.Recorded) outcome).payment();
    }

    private List<Fault> extend(InvoiceId id, String until) {
        return CORE.in(tenant, () -> CORE.get(EarlyPayment.class).extend(
                new Goodwill(id, LocalDate.parse(until), "their bank was closed")));
    }

    private InvoiceView view(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
    }

    private Map<String, String> balances() {
        return CORE.in(tenant, () -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(LocalDate.of(2100, 1, 1)))).stream()
                .filter(row -> !row.balance().isZero())
                .collect(Collectors.toMap(row -> row.account().role().name(), row -> row.balance().toDecimal().toPlainString(),
                        (a, b) -> a, TreeMap::new));
    }

    private static void later(String day) {
        CORE.clock().set(LocalDateTime.parse(day + "T12:00").atZone(ZoneId.of("Europe/Berlin")).toInstant());
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }
}
