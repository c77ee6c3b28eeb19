package io.quittance.system.isolation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Like {@link Probes}, for what changes an invoice or a payment after the fact: corrections, discounts, late charges, refunds. */
final class CorrectionProbes {

    /** The status of a fault in the input. */
    private static final int INVALID = 400;
    /** The status where there is nothing of the kind. */
    private static final int NONE = 404;
    /** The status of a wish that the state of things refuses. */
    private static final int REFUSED = 422;

    private final Map<String, Function<World, Probe>> calls = new LinkedHashMap<>();
    private final String api;

    CorrectionProbes(String api) {
        this.api = api;
        corrections();
        late();
        early();
        refunds();
    }

    Map<String, Function<World, Probe>> all() {
        return calls;
    }

    private void corrections() {
        calls.put("getCreditable", world -> get("/invoices/" + world.invoice() + "/creditable").owned());
        calls.put("getInvoiceCreditNotes", world -> get("/invoices/" + world.invoice() + "/credit-notes").owned());
        calls.put("previewCreditNote", world -> of("POST", "/invoices/" + world.newInvoice() + "/credit-notes/preview", credit(world)));
        calls.put("issueCreditNote", world -> of("POST", "/invoices/" + world.newInvoice() + "/credit-notes", credit(world)));
        calls.put("cancelInvoice", world -> of("POST", "/invoices/" + world.newInvoice() + "/cancellation",
                Map.of("reason", world.marker(), "mail", false)));
        calls.put("getWriteOffs", world -> get("/invoices/" + world.invoice() + "/write-offs").owned());
        calls.put("writeOff", world -> of("POST", "/invoices/" + world.newInvoice() + "/write-offs",
                Map.of("amount", World.money("1.00"), "reason", "OTHER", "note", world.marker())));
        calls.put("listCreditNotes", world -> get("/credit-notes"));
        calls.put("getCreditNote", world -> get("/credit-notes/" + world.newCreditNote()).owned());
        calls.put("getCreditNotePdf", world -> get("/credit-notes/" + world.newCreditNote() + "/pdf").owned());
        calls.put("listApprovals", world -> get("/approvals"));
        calls.put("getApprovalLimits", world -> get("/approvals/limits"));
        calls.put("changeApprovalLimits", world -> of("PUT", "/approvals/limits", Map.of("limits", List.of())).unowned());
        calls.put("getApproval", world -> get("/approvals/" + world.newApproval()).owned());
        // whoever asked cannot approve
        calls.put("approveRequest", world -> of("POST", "/approvals/" + world.newApproval() + "/approval", null).answering(REFUSED));
        calls.put("rejectRequest", world -> of("POST", "/approvals/" + world.newApproval() + "/rejection", Map.of()));
    }

    private void early() {
        Map<String, Object> terms = Map.of("percent", 2, "days", 10, "taxMode", "INCLUDED");
        calls.put("getCustomerDiscountTerms", world -> get("/discounts/customers/" + world.customer()).owned());
        calls.put("changeCustomerDiscountTerms", world -> of("PUT", "/discounts/customers/" + world.spareCustomer(), terms));
        calls.put("forgetCustomerDiscountTerms", world -> of("DELETE", "/discounts/customers/" + world.spareCustomer(), null));
        calls.put("getDraftDiscountTerms", world -> get("/discounts/drafts/" + world.draft()).owned());
        calls.put("changeDraftDiscountTerms", world -> of("PUT", "/discounts/drafts/" + world.draft(), terms));
        calls.put("forgetDraftDiscountTerms", world -> of("DELETE", "/discounts/drafts/" + world.draft(), null));
        // the invoices of the probes offer none
        calls.put("getEarlyPayment", world -> get("/discounts/invoices/" + world.invoice()).answering(NONE));
        calls.put("extendEarlyPayment", world -> of("POST", "/discounts/invoices/" + world.newInvoice() + "/goodwill",
                Map.of("until", World.today(), "reason", world.marker())).answering(INVALID));
    }

    private void late() {
        calls.put("getInterestPolicy", world -> get("/interest/policy"));
        calls.put("changeInterestPolicy", world -> of("PUT", "/interest/policy", Map.of("active", false, "consumers", false, "law", "DE",
                "since", World.today(), "graceDays", 3, "fixedSum", true, "smallest", 5)).unowned());
        calls.put("listInterestLaws", world -> get("/interest/laws"));
        calls.put("getCustomerInterest", world -> get("/interest/customers/" + world.customer()).owned());
        calls.put("changeCustomerInterest", world -> of("PUT", "/interest/customers/" + world.spareCustomer(),
                Map.of("choice", "NEVER")));
        calls.put("getLateCharges", world -> get("/interest/invoices/" + world.invoice()).owned());
        // nothing is open of fees and interest
        calls.put("waiveLateCharges", world -> of("POST", "/interest/invoices/" + world.newInvoice() + "/waivers",
                Map.of("amount", World.money("1.00"), "reason", world.marker())).answering(INVALID));
    }

    private void refunds() {
        calls.put("getRefundable", world -> get("/payments/" + world.payment() + "/refundable").owned());
        calls.put("getRefunds", world -> get("/payments/" + world.payment() + "/refunds").owned());
        calls.put("refundPayment", world -> of("POST", "/payments/" + world.newPayment() + "/refunds",
                Map.of("amount", World.money("1.00"), "way", "CASH", "reason", world.marker())));
        calls.put("getRefund", world -> get(world.newRefund()).owned());
    }

    private static Map<String, Object> credit(World world) {
        return Map.of("scope", "WHOLE", "reason", world.marker(), "mail", false);
    }

    private Probe get(String path) {
        return Probe.get(api + path);
    }

    private Probe of(String method, String path, Object body) {
        return Probe.of(method, api + path, body);
    }
}
