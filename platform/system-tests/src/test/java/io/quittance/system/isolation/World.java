package io.quittance.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import io.quittance.system.api.Http;
import io.quittance.system.api.SandboxSignature;
import io.quittance.system.stack.SharedStack;
import io.quittance.system.stack.Wait;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One business with something of everything, and its marker in every text that it may choose: a byte of the marker in an
 * answer to anybody else is a leak.
 */
final class World {

    /** The same for all, because one business's settings are replayed by another. */
    private static final String SECRET = "fuzzer-secret";

    private final Business business;
    private final String marker;
    private final String secret;
    private final String hook;
    private final String customer;
    private final String spareCustomer;
    private final String invoice;
    private final String draft;
    private final String payment;
    private final String allocation;
    private final String broken;
    private final String statement;
    private final String deadLetter;
    private final String message;
    private int deliveries;
    private int days;

    World(String slug) {
        business = Business.named(slug);
        marker = "MARKER" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + slug.hashCode();
        secret = SECRET;
        hook = SharedStack.get().baseUrl() + business.enableSandbox(secret);
        customer = newCustomer("one");
        spareCustomer = newCustomer("two");
        invoice = newInvoice();
        draft = newDraft();
        Answer paid = business.post("/payments", Map.of("customer", customer, "amount", money("20.00"), "method", "CASH",
                "receivedOn", today(), "reference", marker + " in cash", "invoices", List.of(invoice))).expect(201);
        payment = paid.at("/payment/id");
        allocation = business.get("/payments/" + payment + "/allocations").expect(200).at("/0/id");
        broken = newImport();
        statement = business.upload("/statements", "application/xml", BankStatement.of(id("first"), marker)).expect(200)
                .at("/statements/0");
        deadLetter = newDeadLetter();
        message = business.get("/messages").expect(200).at("/rows/0/id");
        sealTrail();
    }

    /** To change the auditor has the trail sealed at once. */
    private void sealTrail() {
        business.send("PUT", "/audit/auditor", Map.of("address", "auditor@" + marker.toLowerCase() + ".example")).expect(200);
        Wait.until("a sealed trail of " + business.slug(),
                () -> business.get("/audit/head").status() == 200 ? Optional.of(true) : Optional.empty());
    }

    Business business() {
        return business;
    }

    String marker() {
        return marker;
    }

    String customer() {
        return customer;
    }

    String spareCustomer() {
        return spareCustomer;
    }

    String invoice() {
        return invoice;
    }

    String draft() {
        return draft;
    }

    String payment() {
        return payment;
    }

    String allocation() {
        return allocation;
    }

    String importFile() {
        return broken;
    }

    String newCustomer(String name) {
        return business.customer(marker + " " + name, name + "@" + marker.toLowerCase() + ".example");
    }

    String newDraft() {
        return business.post("/invoices", draftOf(customer)).expect(201).at("/invoice/id");
    }

    String newInvoice() {
        String id = newDraft();
        business.post("/invoices/" + id + "/issue", Map.of("mail", true)).expect(200);
        return id;
    }

    /** A payment with money left to allocate. */
    String newPayment() {
        return business.post("/payments", Map.of("customer", customer, "amount", money("5.00"), "method", "CASH",
                "receivedOn", today(), "reference", marker, "restToOldest", false)).expect(201).at("/payment/id");
    }

    Map<String, Object> draftOf(String anyCustomer) {
        Map<String, Object> line = Map.of("description", marker + " line", "quantity", "1", "unitPrice", "100.00",
                "tax", Map.of("category", "S", "percent", "19"));
        return Map.of("customer", anyCustomer, "currency", "EUR", "notes", marker + " note", "lines", List.of(line));
    }

    String deadLetter() {
        return deadLetter;
    }

    String statement() {
        return statement;
    }

    /** A name of this business's own that fits where a bank allows 35 characters. */
    String id(String name) {
        String full = name + marker;
        return full.substring(0, Math.min(35, full.length()));
    }

    String message() {
        return message;
    }

    Map<String, String> gatewaySettings() {
        return business.sandboxSettings(secret);
    }

    /** A genuine delivery that contradicts an earlier one: the same payment over another amount. */
    String newDeadLetter() {
        String payment = marker + "-" + ++deliveries;
        deliver(SandboxSignature.captured(payment + "-a", payment, 500, marker));
        deliver(SandboxSignature.captured(payment + "-b", payment, 600, marker));
        return Wait.until("a dead letter of " + business.slug(), () -> {
            for (JsonNode letter : business.get("/dead-letters").expect(200).json()) {
                if (letter.path("deliveryId").asText().equals(payment + "-b")) {
                    return Optional.of(letter.path("id").asText());
                }
            }
            return Optional.empty();
        });
    }

    private void deliver(String body) {
        Http.send("POST", hook, SandboxSignature.header(secret, body), body).expect(200);
    }

    static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    static String today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
    }

    private String newImport() {
        String rows = "number,name,email\n1," + marker + " imported,not-an-address\n2," + marker + " good,good@" + marker + ".example\n";
        return business.upload("/imports?kind=CUSTOMERS", "text/csv", rows).expect(200).at("/id");
    }

    /** A day long past, later than the one before. */
    String nextDay() {
        return LocalDate.of(2000, 1, 1).plusDays(++days).toString();
    }

    /** The last day of this business's closed periods. */
    String closedDay() {
        String day = nextDay();
        business.post("/ledger/periods/closings", Map.of("through", day)).expect(200);
        return day;
    }

    /** A reopening that waits for a second person. */
    String newReopening() {
        return business.post("/ledger/periods/reopenings", Map.of("from", closedDay(), "reason", marker)).expect(200).at("/id");
    }

    String newCreditNote() {
        return business.post("/invoices/" + newInvoice() + "/credit-notes", Map.of("scope", "WHOLE", "reason", marker, "mail", false))
                .expect(201).at("/creditNote/id");
    }

    /** An invoice in instalments. */
    String newPlan() {
        String invoiceId = newInvoice();
        business.post("/invoices/" + invoiceId + "/instalments",
                Map.of("instalments", List.of(Map.of("due", today(), "amount", money("119.00"))))).expect(200);
        return invoiceId;
    }

    /** The path of a refund. */
    String newRefund() {
        String paymentId = newPayment();
        return "/payments/" + paymentId + "/refunds/" + business.post("/payments/" + paymentId + "/refunds",
                Map.of("amount", money("1.00"), "way", "CASH", "reason", marker)).expect(201).at("/refund/id");
    }

    /** A write-off that waits for a second person. */
    String newApproval() {
        String invoiceId = newInvoice();
        business.send("PUT", "/approvals/limits", Map.of("limits", List.of(Map.of("currency", "EUR", "amount", "0")))).expect(200);
        String id = business.post("/invoices/" + invoiceId + "/write-offs", Map.of("amount", money("1.00"), "reason", "OTHER",
                "note", marker)).expect(202).at("/waiting/id");
        business.send("PUT", "/approvals/limits", Map.of("limits", List.of())).expect(200);
        return id;
    }
}
