package io.quittance.plugins.sandbox.company;

import java.util.LinkedHashMap;
import java.util.Map;

/** The company's webhook bodies. */
final class Events {

    private Events() {
    }

    static Map<String, Object> payment(String id, String type, Payment payment, long sequence, long at) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("payment", payment.id());
        data.put("idempotencyKey", payment.key());
        data.put("reference", payment.reference());
        data.put("amount", payment.amount());
        data.put("currency", payment.currency());
        data.put("fee", "payment.captured".equals(type) ? Fees.of(payment.amount(), payment.currency()) : 0);
        data.put("method", payment.method());
        data.put("label", payment.label());
        data.put("code", "payment.failed".equals(type) ? failure(payment) : "");
        return event(id, type, sequence, at, data);
    }

    /** A failure that is told of a captured payment happened before. */
    private static String failure(Payment payment) {
        return payment.code().isEmpty() ? "declined_by_bank" : payment.code();
    }

    static Map<String, Object> mandate(String id, Mandate mandate) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("mandate", mandate.id());
        data.put("idempotencyKey", mandate.key());
        data.put("state", mandate.state());
        data.put("method", mandate.method());
        data.put("label", mandate.label());
        return event(id, "mandate." + mandate.state(), mandate.sequence(), mandate.changedAt(), data);
    }

    static Map<String, Object> refund(String id, Payment payment, Refund refund) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("payment", payment.id());
        data.put("idempotencyKey", payment.key());
        data.put("refund", refund.id());
        data.put("amount", refund.amount());
        data.put("currency", refund.currency());
        return event(id, "payment.refunded", refund.sequence(), refund.at(), data);
    }

    static Map<String, Object> payout(String id, Payout payout) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("payout", payout.id());
        data.put("gross", payout.gross());
        data.put("fee", payout.fee());
        data.put("net", payout.net());
        data.put("currency", payout.currency());
        data.put("bankReference", payout.bankReference());
        data.put("arrivesOn", Statement.day(payout.at()));
        data.put("payments", payout.payments());
        return event(id, "payout.paid", 1, payout.at(), data);
    }

    private static Map<String, Object> event(String id, String type, long sequence, long at, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("type", type);
        event.put("sequence", sequence);
        event.put("at", at);
        event.put("data", data);
        return event;
    }
}
