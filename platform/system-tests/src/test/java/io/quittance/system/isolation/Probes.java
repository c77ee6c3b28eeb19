package io.quittance.system.isolation;

import io.quittance.system.api.Business;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * For every operation of the OpenAPI document a call that succeeds for the business it is made for. What everybody may do
 * in their own business says nothing of anybody, for it is replayed by others and then stands in their data.
 */
final class Probes {

    /** The status of a fault in the input. */
    private static final int INVALID = 400;
    /** The status where there is nothing of the kind. */
    private static final int MISSING = 404;

    /** In this order: a gateway is used before it is disabled. */
    private final Map<String, Function<World, Probe>> calls = new LinkedHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final String api;

    Probes(String api) {
        this.api = api;
        people();
        customersAndInvoices();
        money();
        files();
        administration();
    }

    Map<String, Function<World, Probe>> all() {
        return Collections.unmodifiableMap(calls);
    }

    private void people() {
        calls.put("whoAmI", world -> get("/me"));
        calls.put("myTenants", world -> get("/me/tenants"));
        calls.put("listAudit", world -> get("/audit"));
        calls.put("exportAudit", world -> get("/audit/export"));
        calls.put("getAuditHead", world -> get("/audit/head"));
        calls.put("proveInclusion", world -> get("/audit/inclusion?position=0"));
        calls.put("proveConsistency", world -> get("/audit/consistency"));
        calls.put("getAuditor", world -> get("/audit/auditor"));
        calls.put("changeAuditor", world -> of("PUT", "/audit/auditor", Map.of("address", "")).unowned());
        calls.put("getPriceSettings", world -> get("/price-settings"));
        calls.put("changePriceSettings", world -> of("PUT", "/price-settings", Map.of("priceMode", "NET")).unowned());
        calls.put("listMessages", world -> get("/messages"));
        // a message that was delivered is no longer one to be revived
        calls.put("reviveMessage", world -> of("POST", "/messages/" + world.message() + "/revive", null).answering(409));
    }

    private void customersAndInvoices() {
        calls.put("listCustomers", world -> get("/customers?limit=200"));
        calls.put("createCustomer", world -> of("POST", "/customers", Map.of("name", "Somebody new")).unowned());
        calls.put("getCustomer", world -> get("/customers/" + world.customer()).owned());
        calls.put("changeCustomer", world -> of("PUT", "/customers/" + world.spareCustomer(), Map.of("name", world.marker() + " changed")));
        new BillingProbes(api, calls).add();
        new BankingProbes(api, calls).add();
        new OrderProbes(api, calls).add();
        new WebhookProbes(api, calls).add();
        calls.put("listInvoices", world -> get("/invoices?limit=200"));
        views();
        calls.put("sumInvoices", world -> get("/invoices/sums"));
        calls.put("draftInvoice", world -> of("POST", "/invoices", world.draftOf(world.customer())));
        calls.put("getInvoice", world -> get("/invoices/" + world.invoice()).owned());
        calls.put("changeInvoice", world -> of("PUT", "/invoices/" + world.draft(), world.draftOf(world.customer())));
        calls.put("discardInvoice", world -> of("DELETE", "/invoices/" + world.newDraft(), null));
        calls.put("issueInvoice", world -> of("POST", "/invoices/" + world.newDraft() + "/issue", Map.of("mail", false)));
        calls.put("previewInstalments", world -> of("POST", "/invoices/" + world.newInvoice() + "/instalments/preview",
                Map.of("first", World.today(), "count", 1)));
        calls.put("scheduleInstalments", world -> of("POST", "/invoices/" + world.newInvoice() + "/instalments",
                Map.of("instalments", List.of(Map.of("due", World.today(), "amount", World.money("119.00"))))));
        calls.put("replaceInstalments", world -> of("PUT", "/invoices/" + world.newPlan() + "/instalments", Map.of("reason",
                world.marker(), "instalments", List.of(Map.of("due", World.today(), "amount", World.money("119.00"))))));
        calls.put("endInstalments", world -> of("POST", "/invoices/" + world.newPlan() + "/instalments/ending", Map.of("reason", "R")));
        calls.put("getInvoicePdf", world -> get("/invoices/" + world.invoice() + "/pdf").owned());
        calls.put("createInvoiceLink", world -> of("POST", "/invoices/" + world.invoice() + "/links", null));
        calls.put("revokeInvoiceLinks", world -> of("DELETE", "/invoices/" + world.invoice() + "/links", null));
        calls.put("getInvoiceTimeline", world -> get("/invoices/" + world.invoice() + "/timeline").owned());
        calls.put("sendInvoiceAgain", world -> of("POST", "/invoices/" + world.newInvoice() + "/send", null));
        calls.put("holdInvoice", world -> of("PUT", "/invoices/" + world.invoice() + "/holds/DISPUTE", Map.of("reason", world.marker())));
        calls.put("releaseInvoice", world -> of("DELETE", "/invoices/" + world.invoice() + "/holds/DISPUTE", null));
        calls.put("getInvoiceReminders", world -> get("/invoices/" + world.invoice() + "/reminders").owned());
        calls.put("getInvoiceAllocations", world -> get("/invoices/" + world.invoice() + "/allocations").owned());
        calls.put("getReminderPolicy", world -> get("/reminders/policy"));
    }

    private void views() {
        calls.put("listInvoiceViews", world -> get("/invoice-views"));
        calls.put("saveInvoiceView", world -> of("POST", "/invoice-views", view()).unowned());
        calls.put("getInvoiceView", world -> get("/invoice-views/" + newView(world)).owned());
        calls.put("changeInvoiceView", world -> of("PUT", "/invoice-views/" + newView(world), view()));
        calls.put("deleteInvoiceView", world -> of("DELETE", "/invoice-views/" + newView(world), null));
        calls.put("beginWithInvoiceView", world -> of("PUT", "/invoice-views/" + newView(world) + "/default", null));
        calls.put("beginWithAllInvoices", world -> of("DELETE", "/invoice-views/" + newView(world) + "/default", null));
    }

    private String newView(World world) {
        return world.business().post("/invoice-views", view()).expect(201).at("/id");
    }

    private Map<String, Object> view() {
        return Map.of("name", "View " + counter.incrementAndGet(), "shared", true);
    }

    private void money() {
        calls.put("listPayments", world -> get("/payments?limit=200"));
        calls.put("getPayment", world -> get("/payments/" + world.payment()).owned());
        calls.put("recordPayment", world -> of("POST", "/payments", Map.of("customer", world.customer(), "amount", World.money("1.00"),
                "method", "CASH", "receivedOn", World.today(), "reference", world.marker())));
        calls.put("getPaymentAllocations", world -> get("/payments/" + world.payment() + "/allocations").owned());
        calls.put("allocatePayment", world -> of("POST", "/payments/" + world.newPayment() + "/allocations",
                Map.of("invoice", world.invoice(), "amount", World.money("1.00"))));
        calls.put("getClaimsForPayment", world -> get("/payments/" + world.payment() + "/open-claims").owned());
        calls.put("allocatePaymentToClaims", this::chosenClaim);
        calls.put("releaseAllocation", world -> of("DELETE", "/payments/" + world.payment() + "/allocations/" + world.allocation(), null));
        calls.put("getAllocationDecision", world -> get("/payments/" + world.payment() + "/allocations/" + world.allocation()
                + "/decision").owned());
        calls.put("listCheckouts", world -> get("/invoices/" + world.invoice() + "/checkouts").owned());
        calls.put("startCheckout", world -> of("POST", "/invoices/" + world.invoice() + "/checkouts",
                Map.of("gateway", Business.GATEWAY, "amount", World.money("2.00"))));
        calls.put("listAccounts", world -> get("/ledger/accounts"));
        calls.put("getTrialBalance", world -> get("/ledger/trial-balance?currency=EUR"));
        calls.put("getAccountLines", world -> get("/ledger/accounts/1200/lines?currency=EUR"));
        calls.put("getInvoiceJournal", world -> get("/ledger/invoices/" + world.invoice() + "/lines").owned());
        calls.put("getOpenItems", world -> get("/ledger/open-items"));
        calls.put("exportJournal", world -> get("/ledger/journal"));
        periods();
        calls.put("getAllocationRules", world -> get("/allocation/rules"));
        calls.put("changeAllocationRules", world -> of("PUT", "/allocation/rules", rules()).unowned());
        calls.put("getCustomerAllocationRules", world -> get("/customers/" + world.customer() + "/allocation-rules").owned());
        calls.put("changeCustomerAllocationRules", world -> of("PUT", "/customers/" + world.spareCustomer() + "/allocation-rules",
                rules()));
        calls.put("forgetCustomerAllocationRules", world -> of("DELETE", "/customers/" + world.spareCustomer() + "/allocation-rules",
                null));
        calls.putAll(new CorrectionProbes(api).all());
        calls.put("getCustomerStatement", world -> get("/reports/customers/" + world.customer() + "/statement").owned());
        calls.put("getCustomerStatementPdf", world -> get("/reports/customers/" + world.customer() + "/statement/pdf").owned());
        calls.put("getTaxReport", world -> get("/reports/tax"));
        calls.put("getTaxReportCsv", world -> get("/reports/tax/csv"));
        calls.put("getDashboard", world -> get("/dashboard"));
    }

    private void periods() {
        calls.put("getPeriods", world -> get("/ledger/periods"));
        calls.put("closePeriod", world -> of("POST", "/ledger/periods/closings", Map.of("through", world.nextDay())).unowned());
        calls.put("lockPeriod", world -> of("POST", "/ledger/periods/locks", Map.of("through", world.closedDay())).unowned()
                .answering(200));
        calls.put("requestReopening", world -> of("POST", "/ledger/periods/reopenings",
                Map.of("from", world.closedDay(), "reason", world.marker())).unowned());
        // whoever asked cannot approve
        calls.put("approveReopening", world -> of("POST", "/ledger/periods/reopenings/" + world.newReopening() + "/approval", null)
                .answering(INVALID));
        calls.put("refuseReopening", world -> of("POST", "/ledger/periods/reopenings/" + world.newReopening() + "/refusal", null));
    }

    private void files() {
        calls.put("importFile", world -> new Probe("POST", api + "/imports?kind=CUSTOMERS&dryRun=true",
                "number,name\n1,nobody in particular\n", "text/csv", false, 0));
        calls.put("uploadStatement", world -> new Probe("POST", api + "/statements",
                BankStatement.of("neutral" + counter.incrementAndGet(), "nobody in particular"), "application/xml", false, 0));
        calls.put("matchStatements", world -> of("POST", "/statements/match", null).unowned());
        calls.put("listStatements", world -> get("/statements"));
        calls.put("getStatement", world -> get("/statements/" + world.statement()).owned());
        calls.put("listSuggestions", world -> get("/statements/" + world.statement() + "/suggestions"));
        // all that was sent to the bank in these tests is matched, or is nobody's
        calls.put("acceptSuggestion", world -> of("POST", "/statements/lines/" + world.statement() + "/match", Map.of("position", 0))
                .answering(MISSING));
        calls.put("getMatching", world -> get("/statements/matching"));
        calls.put("changeMatching", world -> of("PUT", "/statements/matching", Map.of("basisPoints", 9_995)).unowned());
        calls.put("suggestCsvProfile", world -> new Probe("POST", api + "/csv-statements/suggestion",
                BankStatement.CSV, "text/csv", false, 0));
        calls.put("importMappedStatement", world -> of("POST", "/csv-statements",
                BankStatement.mapped("nobody in particular", counter.incrementAndGet())).unowned());
        calls.put("listCsvProfiles", world -> get("/csv-statements/profiles"));
        calls.put("getFourWayStatement", world -> get("/reconciliation/fourway"));
        calls.put("listGaps", world -> get("/reconciliation/fourway/gaps"));
        // nothing that these tests do leaves a gap, so there is none of that name
        calls.put("explainGap", world -> of("PUT", "/reconciliation/fourway/gaps/" + world.statement() + "/explanation",
                Map.of("reason", world.marker())).answering(MISSING));
        calls.put("getSettlementDelays", world -> get("/reconciliation/fourway/delays"));
        calls.put("getSettlementPace", world -> get("/reconciliation/fourway/pace"));
        calls.put("changeSettlementDelays", world -> of("PUT", "/reconciliation/fourway/delays",
                Map.of("bank", 5, "settlement", Map.of(), "otherwise", 14)).unowned());
        calls.put("listImports", world -> get("/imports"));
        calls.put("getImportColumns", world -> get("/imports/columns/CUSTOMERS"));
        calls.put("getImport", world -> get("/imports/" + world.importFile()).owned());
        calls.put("getBrokenRows", world -> get("/imports/" + world.importFile() + "/broken-rows").owned());
    }

    private void administration() {
        calls.put("listAlerts", world -> get("/alerts"));
        calls.put("markAlertsSeen", world -> of("PUT", "/alerts/seen", null).unowned());
        calls.put("getAlertPolicy", world -> get("/alerts/policy"));
        calls.put("changeAlertPolicy", world -> of("PUT", "/alerts/policy", Map.of("rules", Map.of(), "mostMails", 5)).unowned());
        calls.put("listGateways", world -> get("/gateways"));
        calls.put("getGateway", world -> get("/gateways/" + Business.GATEWAY));
        calls.put("testGateway", world -> of("POST", "/gateways/" + Business.GATEWAY + "/test", null).unowned());
        calls.put("disableGateway", world -> of("DELETE", "/gateways/" + Business.GATEWAY, null).unowned());
        calls.put("enableGateway", world -> of("PUT", "/gateways/" + Business.GATEWAY, Map.of("settings", world.gatewaySettings()))
                .unowned());
        calls.put("listDeadLetters", world -> get("/dead-letters"));
        calls.put("getDeadLetter", world -> get("/dead-letters/" + world.deadLetter()).owned());
        calls.put("replayDeadLetter", world -> of("POST", "/dead-letters/" + world.newDeadLetter() + "/replay",
                Map.of()));
        calls.put("discardDeadLetter", world -> of("POST", "/dead-letters/" + world.newDeadLetter() + "/discard",
                Map.of("reason", world.marker())));
        calls.put("changeReminderPolicy", world -> of("PUT", "/reminders/policy",
                world.business().get("/reminders/policy").json()).unowned());
    }

    private Probe chosenClaim(World world) {
        String payment = world.newPayment();
        String claim = world.business().get("/payments/" + payment + "/open-claims").expect(200).at("/0/claim");
        return of("POST", "/payments/" + payment + "/allocations/claims",
                Map.of("parts", List.of(Map.of("claim", claim, "amount", World.money("1.00")))));
    }

    private static Map<String, Object> rules() {
        return Map.of("order", List.of("NAMED_CLAIMS", "OLDEST_DUE"));
    }

    private Probe get(String path) {
        return Probe.get(api + path);
    }

    private Probe of(String method, String path, Object body) {
        return Probe.of(method, api + path, body);
    }

    /** What a visitor may do without a token; nothing in it belongs to a business. Their tests stand elsewhere. */
    static List<String> open() {
        return List.of("signUp", "lookAtSignUpLink", "confirmSignUp", "getSignUpProgress", "retrySignUp", "receiveWebhook",
                "receiveOrders");
    }
}
