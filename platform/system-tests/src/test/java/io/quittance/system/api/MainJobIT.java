package io.quittance.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.books.Finding;
import io.quittance.system.kill.Books;
import io.quittance.system.stack.Wait;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job over REST: what a program of the business's own can do. */
@Order(20)
class MainJobIT {

    private static final String SECRET = "main-job-secret";

    @AfterAll
    static void auditTheBooks() {
        List<Finding> findings = Books.audit().findings();

        assertThat(findings).isEmpty();
    }

    @Test
    void a_business_signs_up_invoices_and_the_customer_gets_a_mail_with_a_private_link() {
        Business business = Business.named("alpha");
        String customer = business.customer("Kunde GmbH", "kunde@customer.example");
        String invoice = business.issuedInvoice(customer, "100.00");

        Answer issued = business.get("/invoices/" + invoice).expect(200);
        assertThat(issued.text()).contains("119.00");
        assertThat(Mails.link(Mails.to("kunde@customer.example", "/p/"), "/p/")).contains("/p/");
    }

    @Test
    void what_is_paid_in_parts_through_the_gateway_is_reconciled_by_the_banks_statement() {
        Business business = Business.named("settled");
        business.enableSandbox(SECRET);
        SandboxMerchant company = new SandboxMerchant(business);
        String invoice = business.issuedInvoice(business.customer("Settled GmbH", "settled@customer.example"), "100.00");

        company.pay(checkout(business, invoice, "19.00"));
        settlement(business, invoice, "PARTLY_PAID");
        company.pay(checkout(business, invoice, "100.00"));
        settlement(business, invoice, "PAID");
        String statement = company.payOut(0);
        Answer imported = upload(business, statement);

        assertThat(imported.at("/discrepancies")).isEqualTo("0");
        settlement(business, invoice, "RECONCILED");
        assertThat(upload(business, statement).at("/lines")).as("lines of a statement that is known").isEqualTo("0");
        assertThat(balance(business, "RECEIVABLES")).isEqualTo("0.00");
        assertThat(balance(business, "GATEWAY_CLEARING")).isEqualTo("0.00");
        assertThat(business.get("/dashboard").expect(200).text()).contains("\"outstanding\"");
    }

    @Test
    void a_payout_of_a_wrong_amount_is_flagged_and_reconciles_nothing() {
        Business business = Business.named("short");
        business.enableSandbox(SECRET);
        SandboxMerchant company = new SandboxMerchant(business);
        String invoice = business.issuedInvoice(business.customer("Short GmbH", "short@customer.example"), "50.00");
        company.pay(checkout(business, invoice, "59.50"));
        settlement(business, invoice, "PAID");
        String statement = upload(business, company.payOut(100)).at("/statements/0");

        Answer detail = Wait.until("the discrepancy", () -> {
            business.post("/statements/match", Map.of()).expect(200);
            return Optional.of(business.get("/statements/" + statement).expect(200))
                    .filter(answer -> answer.at("/statement/discrepancies").equals("1"));
        });

        assertThat(detail.text()).contains("\"OVER\"");
        assertThat(business.get("/invoices/" + invoice).expect(200).at("/invoice/facts/settlement")).isEqualTo("PAID");
    }

    @Test
    void bad_input_names_the_field_and_leaves_nothing_half_done() {
        Business business = Business.named("strict");
        String customer = business.customer("Strict GmbH", "strict@customer.example");
        String before = business.get("/payments").expect(200).at("/total");

        Answer negative = business.post("/payments", payment(customer, "-1.00", "EUR")).expect(400);
        Answer unknown = business.post("/payments", payment(customer, "1.00", "XYZ")).expect(400);
        Answer foreign = business.post("/payments", payment("1", "1.00", "EUR")).expect(400);
        Answer file = business.upload("/statements", "application/xml", "<html/>").expect(400);

        assertThat(negative.text()).contains("amount", "-1.00");
        assertThat(unknown.text()).contains("currency", "XYZ");
        assertThat(foreign.text()).contains("customer");
        assertThat(file.text()).contains("camt.053");
        assertThat(business.get("/payments").expect(200).at("/total")).isEqualTo(before);
    }

    private static Map<String, Object> payment(String customer, String amount, String currency) {
        return Map.of("customer", customer, "amount", Map.of("amount", amount, "currency", currency), "method", "CASH",
                "receivedOn", LocalDate.now(ZoneId.of("Europe/Berlin")).toString(), "reference", "strict");
    }

    private static String checkout(Business business, String invoice, String amount) {
        return business.post("/invoices/" + invoice + "/checkouts",
                Map.of("gateway", Business.GATEWAY, "amount", Map.of("amount", amount, "currency", "EUR"))).expect(201).at("/page");
    }

    private static Answer upload(Business business, String statement) {
        return business.upload("/statements", "application/xml", statement).expect(200);
    }

    private static void settlement(Business business, String invoice, String wanted) {
        Wait.until(invoice + " is " + wanted, () -> Optional.of(business.get("/invoices/" + invoice).expect(200)
                .at("/invoice/facts/settlement")).filter(wanted::equals));
    }

    private static String balance(Business business, String role) {
        for (var row : business.get("/ledger/trial-balance").expect(200).json()) {
            if (row.at("/account/role").asText().equals(role)) {
                return row.at("/balance/amount").asText();
            }
        }
        return "none";
    }
}
