package io.quittance.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.LineInput;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.refund.RefundOrder;
import io.quittance.refund.RefundOutcome;
import io.quittance.refund.RefundWay;
import io.quittance.refund.boundary.RefundUnits;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Euro that settle dollars: the dollar stands in the books at 0.90. */
class ExchangeIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Shop shop = new Shop(CORE, new ToyPay());

    @AfterEach
    void every_invariant_holds_and_every_currency_nets_to_zero() {
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
        Map<Currency, Money> totals = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        shop.in(() -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(LocalDate.of(2100, 1, 1))))
                .forEach(row -> totals.merge(row.balance().currency(), row.balance(), Money::plus));
        assertThat(totals.values()).allMatch(Money::isZero);
    }

    @Test
    void each_part_payment_realises_its_own_gain_or_loss() {
        InvoiceId invoice = dollars("1000.00");
        pay("k1", invoice, "465.00", "0.93", "0.90");
        assertThat(shop.open(invoice)).isEqualTo(usd("500.00"));
        assertThat(balances()).containsEntry("BANK EUR", "465.00").containsEntry("FX_GAIN EUR", "-15.00")
                .containsEntry("CURRENCY_CLEARING EUR", "-450.00").containsEntry("CURRENCY_CLEARING USD", "500.00")
                .containsEntry("RECEIVABLES USD", "500.00").doesNotContainKey("FX_LOSS EUR");
        pay("k2", invoice, "440.00", "0.88", "");
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(balances()).containsEntry("FX_GAIN EUR", "-15.00").containsEntry("FX_LOSS EUR", "10.00")
                .containsEntry("CURRENCY_CLEARING EUR", "-900.00").as("at the rate of the books")
                .containsEntry("CURRENCY_CLEARING USD", "1000.00");
    }

    @Test
    void undoing_restores_every_account_exactly_and_doing_it_again_too() {
        InvoiceId invoice = dollars("333.33");
        PaymentId payment = pay("k1", invoice, "100.01", "0.937", "0.9");
        Map<String, String> settled = balances();
        AllocationRow share = shop.in(() -> CORE.get(Allocations.class).ofPayment(payment)).getFirst();
        shop.in(() -> CORE.get(Allocations.class).release(share.id()));
        assertThat(shop.open(invoice)).isEqualTo(usd("333.33"));
        assertThat(balances()).doesNotContainKeys("FX_GAIN EUR", "FX_LOSS EUR").containsEntry("CURRENCY_CLEARING EUR", "-100.01");
        assertThat(shop.in(() -> CORE.get(Allocations.class).apply(payment, invoice, share.amount())))
                .isInstanceOf(AllocationOutcome.Allocated.class);
        assertThat(balances()).isEqualTo(settled);
    }

    @Test
    void what_is_paid_beyond_the_invoice_realises_nothing_until_it_settles_something() {
        InvoiceId invoice = dollars("100.00");
        PaymentId payment = pay("k1", invoice, "186.00", "0.93", "0.90");
        assertThat(balances()).containsEntry("FX_GAIN EUR", "-3.00").containsEntry("UNAPPLIED_CASH USD", "-100.00");
        RefundOutcome back = shop.in(() -> CORE.get(RefundUnits.class).ask(new RefundOrder("r1", payment, usd("100.00"),
                RefundWay.BANK_TRANSFER, "Too much")));
        assertThat(back).isInstanceOf(RefundOutcome.Accepted.class);
        assertThat(balances()).as("in the currency that came in").containsEntry("BANK EUR", "93.00").containsEntry("FX_GAIN EUR", "-3.00")
                .containsEntry("CURRENCY_CLEARING EUR", "-90.00").doesNotContainKey("UNAPPLIED_CASH USD");
        shop.in(() -> CORE.get(RefundUnits.class).ask(new RefundOrder("r2", payment, usd("100.00"), RefundWay.BANK_TRANSFER, "All")));
        assertThat(balances()).doesNotContainKeys("BANK EUR", "FX_GAIN EUR", "CURRENCY_CLEARING EUR", "CURRENCY_CLEARING USD");
        assertThat(shop.open(invoice)).isEqualTo(usd("100.00"));
    }

    @Test
    void a_rate_is_needed_for_the_books_once_and_then_it_stays() {
        InvoiceId invoice = dollars("1000.00");
        assertThat(refused("k1", invoice, "93.00", "0.93", "")).containsExactly("exchange.invoiceRate");
        assertThat(refused("k1", invoice, "93.00", "0", "0.9")).containsExactly("exchange.rate");
        pay("k1", invoice, "93.00", "0.93", "0.90");
        assertThat(refused("k2", invoice, "93.00", "0.93", "0.91")).containsExactly("exchange.otherRate");
        pay("k2", invoice, "93.00", "0.93", "0.9");
        assertThat(record("k2", invoice, "93.00", "0.93", "0.9")).isInstanceOf(RecordOutcome.AlreadyRecorded.class);
        assertThat(shop.open(invoice)).isEqualTo(usd("800.00"));
    }

    @Test
    void a_currency_without_decimals_settles_one_with_two() {
        InvoiceId invoice = dollars("100.00");
        ManualPayment yen = new ManualPayment("y", shop.customer().id(), Money.ofMinor(7_755, "JPY"), PaymentMethod.CASH, DAY, "",
                List.of(invoice), false, Optional.of(new Exchange(USD, new BigDecimal("155.1"), "Counter", DAY,
                        Optional.of(new BigDecimal("150")))));
        assertThat(shop.in(() -> CORE.get(ManualPayments.class).record(yen))).isInstanceOf(RecordOutcome.Recorded.class);
        assertThat(shop.open(invoice)).isEqualTo(usd("50.00"));
        assertThat(balances()).containsEntry("CASH_IN_TRANSIT JPY", "7755").containsEntry("FX_GAIN JPY", "-255")
                .containsEntry("CURRENCY_CLEARING JPY", "-7500");
    }

    private InvoiceId dollars(String gross) {
        return shop.in(() -> {
            Samples samples = new Samples(CORE);
            return samples.issued(samples.draft(DraftInvoice.of(shop.customer().id(), "USD",
                    List.of(LineInput.of("Goods", "1", gross, TaxRate.untaxed(TaxCategory.Z))))));
        });
    }

    private PaymentId pay(String key, InvoiceId invoice, String euro, String rate, String invoiceRate) {
        RecordOutcome outcome = record(key, invoice, euro, rate, invoiceRate);
        assertThat(outcome).isInstanceOf(RecordOutcome.Recorded.class);
        return ((RecordOutcome.Recorded) outcome).payment();
    }

    private List<String> refused(String key, InvoiceId invoice, String euro, String rate, String invoiceRate) {
        RecordOutcome outcome = record(key, invoice, euro, rate, invoiceRate);
        assertThat(outcome).isInstanceOf(RecordOutcome.Refused.class);
        return ((RecordOutcome.Refused) outcome).faults().stream().map(Fault::rule).toList();
    }

    private RecordOutcome record(String key, InvoiceId invoice, String euro, String rate, String invoiceRate) {
        Exchange exchange = new Exchange(USD, new BigDecimal(rate), "Bank's advice", DAY,
                invoiceRate.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(invoiceRate)));
        return shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment(key, shop.customer().id(), ToyPay.eur(euro),
                PaymentMethod.BANK_TRANSFER, DAY, "", List.of(invoice), false, Optional.of(exchange))));
    }

    /** Balances that are not zero, by role and currency. */
    private Map<String, String> balances() {
        Map<String, String> found = new TreeMap<>();
        shop.in(() -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(LocalDate.of(2100, 1, 1)))).stream()
                .filter(row -> !row.balance().isZero())
                .forEach(row -> found.put(row.account().role().name() + " " + row.balance().currency(),
                        row.balance().toDecimal().toPlainString()));
        return found;
    }

    private static Money usd(String amount) {
        return Money.parse(amount, USD);
    }
}
