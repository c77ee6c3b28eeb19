package io.quittance.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quittance.system.api.Business;
import io.quittance.system.api.Mails;
import io.quittance.system.api.SandboxMerchant;
import io.quittance.system.stack.Wait;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job as people do it: a business, its customer, and the pages of both. */
@NeedsChromium
@Order(30)
class MainJobBrowserIT {

    private static final String OWNER = "olga@browser.example";
    private static final String DEBTOR = "debtor@browser.example";

    @Test
    void a_visitor_signs_a_business_up_and_its_owner_signs_in() {
        try (Visitor visitor = Visitor.onPhone()) {
            Page page = visitor.open("/").page();
            visitor.look("start");
            visitor.open("/signup/form");
            fill(page, "signUp:business", "Browser Supplies");
            page.locator("[id='signUp:business']").blur();
            assertThat(page.locator("[id='signUp:slug']")).hasValue("browser-supplies");
            fill(page, "signUp:firstName", "Olga");
            fill(page, "signUp:lastName", "Owner");
            fill(page, "signUp:email", OWNER);
            visitor.look("sign-up");
            page.locator("[id$=':send']").click();
            assertThat(page.locator("#check-mail")).isVisible();

            visitor.open(Mails.link(Mails.to(OWNER, "signup/confirm"), "signup/confirm"));
            fill(page, "confirm:password", Business.PASSWORD);
            fill(page, "confirm:repeated", Business.PASSWORD);
            visitor.look("sign-up-confirm");
            page.locator("[id='confirm:doConfirm']").click();
            assertThat(page.locator("#go")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            visitor.look("sign-up-progress");

            visitor.signIn("/app/dashboard", OWNER, Business.PASSWORD);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
            visitor.look("dashboard-empty");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void a_customer_pays_a_part_and_the_owners_pages_change_without_a_reload() {
        Business business = Business.named("live");
        business.enableSandbox("live-secret");
        String customer = business.customer("Live GmbH", DEBTOR);
        String invoice = business.issuedInvoice(customer, "100.00");
        try (Visitor owner = Visitor.atDesk(); Visitor debtor = Visitor.onPhone()) {
            Page page = owner.signIn("/app/invoice/page?id=" + invoice, business.email(), Business.PASSWORD).page();
            assertThat(page.locator("#open-amount")).containsText("119.00");
            owner.look("invoice");
            page.evaluate("window.neverReloaded = true");

            debtor.open(Mails.link(Mails.to(DEBTOR, "/p/"), "/p/"));
            assertThat(debtor.page().locator("#amount-due")).containsText("119.00");
            debtor.page().waitForResponse(response -> response.url().endsWith("/viewed"), () -> debtor.look("portal"));
            payPart(debtor.page(), "19.00");
            assertThat(page.locator("#timeline [data-kind*='viewed' i]").first()).isVisible();

            assertThat(page.locator("#open-amount")).containsText("100.00");
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            owner.look("invoice-part-paid");

            owner.open("/app/dashboard");
            assertThat(page.locator("[data-currency=EUR] [data-figure=outstanding]")).containsText("100.00");
            owner.look("dashboard");
            String outstanding = business.get("/dashboard").expect(200).text();
            assertThat(outstanding).contains("100.00");
            assertThat(owner.complaints()).isEmpty();
        }
    }

    @Test
    void a_bank_statement_brought_in_by_hand_reconciles_one_invoice_and_flags_the_other() {
        Business business = Business.named("banked");
        business.enableSandbox("banked-secret");
        SandboxMerchant company = new SandboxMerchant(business);
        try (Visitor accountant = Visitor.atDesk()) {
            Page page = accountant.signIn("/app/reconciliation/list", business.email(), Business.PASSWORD).page();
            upload(accountant, paid(business, company, "40.00"), company.payOut(0));
            newestStatement(page, "#matched", "1 / 1");
            accountant.look("statement-matched");

            upload(accountant, paid(business, company, "41.00"), company.payOut(100));
            newestStatement(page, "#discrepancies", "1");
            accountant.look("statement-discrepancy");

            accountant.open("/app/invoice/list");
            assertThat(page.locator("[data-status=RECONCILED]")).hasCount(1);
            assertThat(page.locator("[data-status=PAID]")).hasCount(1);
            accountant.open("/app/ledger/balances");
            assertThat(page.locator("[data-books=EUR] [data-even=true]")).isVisible();
            accountant.look("books");
            assertThat(accountant.complaints()).isEmpty();
        }
    }

    /** Answers the id of an invoice that was paid through the gateway. */
    private static String paid(Business business, SandboxMerchant company, String net) {
        String invoice = business.issuedInvoice(business.customer("Banked " + net, "banked@browser.example"), net);
        company.pay(business.post("/invoices/" + invoice + "/checkouts", Map.of("gateway", Business.GATEWAY)).expect(201).at("/page"));
        Wait.until(invoice + " is paid", () -> Optional.of(business.get("/invoices/" + invoice).expect(200)
                .at("/invoice/facts/settlement")).filter("PAID"::equals));
        return invoice;
    }

    /** The payout's announcement may come after the statement: then a matching run in the background finds it. */
    private static void newestStatement(Page page, String figure, String wanted) {
        page.locator("[id='list:table'] tbody a").first().click();
        Wait.until(figure + " shows " + wanted, () -> {
            page.reload();
            return Optional.of(page.locator(figure).textContent().strip()).filter(wanted::equals);
        });
    }

    private static void upload(Visitor accountant, String invoice, String statement) {
        accountant.open("/app/reconciliation/list");
        accountant.page().locator("input[type=file]").setInputFiles(
                new FilePayload(invoice + ".xml", "application/xml", statement.getBytes(StandardCharsets.UTF_8)));
        accountant.page().locator("[id='upload:send']").click();
        assertThat(accountant.page().locator(".ui-growl-message").first()).isVisible();
    }

    /** On the portal, then on the gateway's own page, and back. */
    private static void payPart(Page page, String amount) {
        page.locator("[id='pay:how'] label, label[for^='pay:how']").last().click();
        Locator field = page.locator("[id='pay:amount']");
        field.fill(amount);
        page.locator(".pay-way").first().click();
        page.locator("button.pay").click();
        assertThat(page.locator("#amount-due")).isVisible();
    }

    private static void fill(Page page, String id, String value) {
        page.locator("[id='" + id + "']").fill(value);
    }
}
