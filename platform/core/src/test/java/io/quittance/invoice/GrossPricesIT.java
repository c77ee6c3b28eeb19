package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.credit.CategoryCredit;
import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.BillingDefaults;
import io.quittance.customer.boundary.CustomerBilling;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.InvoiceSettings;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrossPricesIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final TaxRate FULL = TaxRate.standard("19");
    private static final TaxRate REDUCED = TaxRate.standard("7");
    /** No net amount makes 119.03 at 19 %. */
    private static final List<LineInput> LINES = List.of(LineInput.of("Desk", "1", "119.03", FULL),
            LineInput.of("Book", "2", "5.35", REDUCED));

    private final Shop shop = new Shop(CORE, new ToyPay());

    @AfterEach
    void every_invariant_holds() {
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void what_the_prices_promised_is_claimed_and_the_cent_that_is_left_over_is_booked_as_rounding() {
        InvoiceId id = issued();
        InvoiceView view = view(id);
        assertThat(view.totals()).isEqualTo(InvoiceTotals.of(LINES, ToyPay.eur("0.00").currency(), PriceMode.GROSS));
        assertThat(view.totals().gross()).isEqualTo(ToyPay.eur("129.73"));
        assertThat(view.totals().rounding()).isEqualTo(ToyPay.eur("0.01"));
        assertThat(view.totals().taxes()).containsExactly(new TaxTotal(FULL, ToyPay.eur("100.02"), ToyPay.eur("19.00")),
                new TaxTotal(REDUCED, ToyPay.eur("10.00"), ToyPay.eur("0.70")));
        assertThat(view.totals().lines()).extracting(InvoiceLine::amount).containsExactly(ToyPay.eur("119.03"), ToyPay.eur("10.70"));
        assertThat(shop.in(() -> CORE.get(LedgerReports.class).behindInvoice(id.value())))
                .extracting(line -> line.account().role() + " " + line.amount())
                .containsExactlyInAnyOrder("RECEIVABLES 129.73 EUR", "REVENUE -110.02 EUR", "TAX_PAYABLE -19.70 EUR", "ROUNDING -0.01 EUR");
    }

    @Test
    void a_credit_of_the_whole_reads_as_the_invoice_does() {
        InvoiceId id = issued();
        CreditNote note = credited(CreditOrder.whole("k1", id, "Cancelled"));
        assertThat(note.totals()).isEqualTo(view(id).totals());
        assertThat(view(id).row().open().isZero()).isTrue();
        assertThat(shop.balances()).isEmpty();
    }

    @Test
    void credits_in_parts_are_stated_in_net_and_the_last_of_them_takes_the_rounding() {
        InvoiceId id = issued();
        CreditNote first = credited(new CreditOrder("k1", id, CreditScope.LINES, List.of(new LineCredit(1, ToyPay.eur("100.02"))),
                List.of(), "Desk broken", false));
        assertThat(first.totals().gross()).isEqualTo(ToyPay.eur("119.02"));
        assertThat(first.totals().prices()).isEqualTo(PriceMode.NET);
        assertThat(first.totals().lines().getFirst().unitPrice()).isEqualByComparingTo("100.02");
        CreditNote book = credited(new CreditOrder("k2", id, CreditScope.CATEGORIES, List.of(),
                List.of(new CategoryCredit(REDUCED, ToyPay.eur("4.00"))), "Late", false));
        assertThat(book.totals().rounding().isZero()).isTrue();
        CreditNote last = credited(CreditOrder.whole("k3", id, "The rest"));
        assertThat(last.totals().rounding()).isEqualTo(ToyPay.eur("0.01"));
        assertThat(last.totals().gross()).isEqualTo(ToyPay.eur("6.43"));
        assertThat(shop.balances()).isEmpty();
    }

    @Test
    void the_customer_decides_before_the_business_and_items_are_turned_into_what_the_document_has() {
        assertThat(start()).isEqualTo(PriceMode.NET);
        shop.in(() -> {
            CORE.get(InvoiceSettings.class).changePrices(PriceMode.GROSS);
            return null;
        });
        assertThat(start()).isEqualTo(PriceMode.GROSS);
        shop.in(() -> CORE.get(CustomerBilling.class).change(shop.customer().id(),
                new BillingDefaults(Optional.empty(), BigDecimal.ZERO, Optional.of(PriceMode.NET))));
        assertThat(start()).isEqualTo(PriceMode.NET);
        shop.in(() -> CORE.get(Catalogue.class).create(new ItemDetails("NET", "Net", "", "C62",
                Map.of("EUR", new BigDecimal("9.99"), "KWD", new BigDecimal("1.001"), "JPY", new BigDecimal("105")), FULL)));
        shop.in(() -> CORE.get(Catalogue.class).create(new ItemDetails("GROSS", "Gross", "", "C62",
                Map.of("EUR", new BigDecimal("10.00")), FULL, PriceMode.GROSS)));
        assertThat(price("NET", "EUR", PriceMode.NET)).isEqualByComparingTo("9.99");
        assertThat(price("NET", "EUR", PriceMode.GROSS)).isEqualByComparingTo("11.89");
        assertThat(price("NET", "KWD", PriceMode.GROSS)).isEqualByComparingTo("1.191");
        assertThat(price("NET", "JPY", PriceMode.GROSS)).isEqualByComparingTo("125");
        assertThat(price("GROSS", "EUR", PriceMode.GROSS)).isEqualByComparingTo("10.00");
        assertThat(price("GROSS", "EUR", PriceMode.NET)).isEqualByComparingTo("8.403361");
    }

    private PriceMode start() {
        return shop.in(() -> CORE.get(DraftDefaults.class).start(shop.customer().id())).orElseThrow().prices();
    }

    private BigDecimal price(String item, String currency, PriceMode mode) {
        return shop.in(() -> CORE.get(DraftDefaults.class).fill(shop.customer().id(), currency, mode, List.of(LineWish.of(item, "1"))))
                .lines().getFirst().unitPrice();
    }

    private InvoiceId issued() {
        DraftInvoice draft = new DraftInvoice(shop.customer().id(), "EUR", Optional.empty(), Optional.empty(), "", "", LINES,
                PriceMode.GROSS);
        InvoiceId id = ((DraftOutcome.Drafted) shop.in(() -> CORE.get(Invoicing.class).draft(draft))).id();
        assertThat(shop.in(() -> CORE.get(Invoicing.class).draftOf(id))).contains(draft);
        assertThat(shop.in(() -> CORE.get(Invoicing.class).issue(id, false))).isInstanceOf(IssueOutcome.Issued.class);
        return id;
    }

    private InvoiceView view(InvoiceId id) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
    }

    private CreditNote credited(CreditOrder order) {
        CreditOutcome outcome = shop.in(() -> CORE.get(CreditNotes.class).issue(order));
        assertThat(outcome).isInstanceOf(CreditOutcome.Issued.class);
        return shop.in(() -> CORE.get(CreditNotes.class).find(((CreditOutcome.Issued) outcome).id())).orElseThrow();
    }
}
