package io.quittance.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.quittance.system.api.Business;
import io.quittance.system.stack.Wait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an accountant does to an invoice after it was issued: every figure on the page is the one that REST answers. */
@NeedsChromium
@Order(32)
class CorrectionsBrowserIT {

    private static final String RECEIVABLES = "1200";

    private final Business business = Business.named("corrections");
    private final String customer = business.customer("Corrected GmbH", "corrected@browser.example");

    @Test
    void a_payment_a_write_off_and_a_credit_note_leave_page_rest_and_journal_equal() {
        String invoice = business.issuedInvoice(customer, "100.00");
        try (Visitor accountant = Visitor.atDesk()) {
            Page page = accountant.signIn("/app/invoice/page?id=" + invoice, business.email(), Business.PASSWORD).page();
            showsOpen(page, invoice, "119.00");

            page.locator("[id='invoice:record']").click();
            page.locator("[id='recordPaymentForm:amount']").fill("60.00");
            page.locator("[id='recordPaymentForm:save']").click();
            showsOpen(page, invoice, "59.00");

            choose(page, "invoice:writeOff");
            page.locator("[id='writeOffForm:amount']").fill("9.00");
            page.locator("[id='writeOffForm:preview']").click();
            assertThat(page.locator("#write-off-effect")).containsText("50.00");
            accountant.look("write-off");
            page.locator("[id='writeOffForm:doWriteOff']").click();
            showsOpen(page, invoice, "50.00");

            choose(page, "invoice:credit");
            page.locator("[id='creditForm:reason']").fill("Goods came back");
            page.locator("[id='creditForm:preview']").click();
            assertThat(page.locator("#credit-effect")).isVisible();
            accountant.look("credit-note");
            page.locator("[id='creditForm:doCredit']").click();
            showsOpen(page, invoice, "0.00");

            page.locator("details:has(#journal) > summary").click();
            assertThat(page.locator("#journal")).isVisible();
            BigDecimal open = rest(invoice);
            Wait.until("the journal on the page leaves " + open, () -> Optional.of(booked(page, RECEIVABLES))
                    .filter(left -> left.compareTo(open) == 0));
            accountant.look("invoice-corrected");
            assertThat(accountant.complaints()).isEmpty();
        }
    }

    @Test
    void money_without_a_reference_is_applied_by_hand_and_the_rest_is_given_back() {
        String early = business.customer("Early GmbH", "early@browser.example");
        String payment = business.post("/payments", Map.of("customer", early, "amount", Map.of("amount", "250.00", "currency", "EUR"),
                "method", "BANK_TRANSFER", "receivedOn", LocalDate.now(ZoneOffset.UTC).toString(),
                "invoices", List.of())).expect(201).at("/payment/id");
        String invoice = business.issuedInvoice(early, "200.00");
        String before = business.get("/payments/" + payment).expect(200).at("/payment/unapplied/amount");
        try (Visitor accountant = Visitor.atDesk()) {
            Page page = accountant.signIn("/app/payment/page?id=" + payment, business.email(), Business.PASSWORD).page();

            page.locator("[id='payment:choose']").click();
            Locator claim = page.locator("#open-claims tbody tr").filter(new Locator.FilterOptions().setHasText("238.00")).first();
            claim.locator("input").pressSequentially("30.00");
            assertThat(page.locator("#allocate-rest")).containsText(less(before, "30.00"));
            accountant.look("allocate");
            page.locator("[id='allocate:save']").click();
            Wait.until("30.00 are applied", () -> Optional.of(business.get("/payments/" + payment).expect(200)
                    .at("/payment/unapplied/amount")).filter(less(before, "30.00")::equals));
            assertThat(rest(invoice)).isEqualByComparingTo("208.00");

            page.locator("[id='payment:refund']").click();
            page.locator("[id='refundForm:amount']").fill("20.00");
            page.locator("[id='refundForm:reason']").fill("Paid too much");
            accountant.look("refund");
            page.locator("[id='refundForm:doRefund']").click();
            Wait.until("20.00 are given back", () -> Optional.of(business.get("/payments/" + payment).expect(200)
                    .at("/payment/takenBack/amount")).filter("20.00"::equals));
            assertThat(page.locator("#taken-back")).containsText("20.00");
            assertThat(accountant.complaints()).isEmpty();
        }
    }

    @Test
    void a_saved_view_shows_the_sums_that_rest_answers() {
        String segment = "north";
        String northern = business.post("/customers", Map.of("name", "Northern AG", "emails", List.of("n@browser.example"),
                "segment", segment)).expect(201).at("/id");
        business.issuedInvoice(northern, "10.00");
        business.issuedInvoice(northern, "20.00");
        try (Visitor accountant = Visitor.atDesk()) {
            Page page = accountant.signIn("/app/invoice/list", business.email(), Business.PASSWORD).page();
            page.locator("[id='invoices:segment']").fill(segment);
            page.locator("[id='invoices:segment']").blur();
            assertThat(page.locator("[id='invoices:sums']")).containsText("35.70");
            page.locator("[id='invoices:saveView']").click();
            page.locator("[id='viewForm:name']").fill("The north");
            page.locator("[id='viewForm:saveView']").click();
            assertThat(page.locator("[id='invoices:view'] option:checked")).hasText("The north");

            accountant.open("/app/invoice/list");
            page.locator("[id='invoices:view']").selectOption(new SelectOption().setLabel("The north"));
            assertThat(page.locator("[id='invoices:segment']")).hasValue(segment);
            assertThat(page.locator("[id='invoices:sums']")).containsText("35.70");
            assertThat(page.locator("[id='invoices:table'] tbody tr")).hasCount(2);
            assertThat(business.get("/invoices?segment=" + segment).expect(200).at("/total")).isEqualTo("2");
            accountant.look("invoice-view");
            assertThat(accountant.complaints()).isEmpty();
        }
    }

    private static void choose(Page page, String action) {
        page.locator("#more > summary").click();
        page.locator("[id='" + action + "']").click();
    }

    private void showsOpen(Page page, String invoice, String amount) {
        assertThat(page.locator("#open-amount")).hasText("€" + amount);
        assertThat(rest(invoice)).isEqualByComparingTo(amount);
    }

    private BigDecimal rest(String invoice) {
        return new BigDecimal(business.get("/invoices/" + invoice).expect(200).at("/invoice/open/amount"));
    }

    /** Debit less credit of the account's rows in the journal on the page. */
    private static BigDecimal booked(Page page, String account) {
        return page.locator("#journal tbody tr").all().stream().map(row -> row.locator("td").allInnerTexts())
                .filter(cells -> cells.get(1).startsWith(account))
                .map(cells -> figure(cells.get(3)).subtract(figure(cells.get(4)))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal figure(String shown) {
        String digits = shown.replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    private static String less(String amount, String part) {
        return new BigDecimal(amount).subtract(new BigDecimal(part)).toPlainString();
    }
}
