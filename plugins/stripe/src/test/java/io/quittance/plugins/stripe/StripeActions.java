package io.quittance.plugins.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What payers, banks and Stripe itself do at a {@link StripeCompany}. */
final class StripeActions {

    private StripeActions() {
    }

    /** The payer pays on the page; answers the PaymentIntent. */
    static ObjectNode pay(StripeCompany stripe, String session, String type) {
        ObjectNode intent = stripe.intentOf(session);
        chargeOf(stripe, intent, type, true);
        stripe.get(session).put("status", "complete").put("payment_status", "paid");
        return intent;
    }

    /** The payer's method is declined; the page stays open. */
    static ObjectNode decline(StripeCompany stripe, String session) {
        ObjectNode intent = stripe.intentOf(session);
        chargeOf(stripe, intent, "card", false);
        return intent;
    }

    /** The payer agrees on a page that collects nothing; answers the SetupIntent. */
    static ObjectNode agree(StripeCompany stripe, String session) {
        stripe.get(session).put("status", "complete");
        stripe.makeAs("payment_method", "pm_agreed").put("customer", "cus_agreed");
        return stripe.get(stripe.get(session).path("setup_intent").asText()).put("status", "succeeded").put("customer", "cus_agreed")
            .put("payment_method", "pm_agreed");
    }

    static void expire(StripeCompany stripe, String session) {
        stripe.get(session).put("status", "expired");
    }

    static void chargeOf(StripeCompany stripe, ObjectNode intent, String type, boolean works) {
        ObjectNode charge = stripe.make("charge", "ch_");
        long amount = intent.path("amount").asLong();
        charge.put("amount", amount).put("currency", intent.path("currency").asText()).put("payment_intent", intent.path("id").asText())
            .put("payment_method", intent.path("payment_method").asText("").isEmpty() ? "pm_made" : intent.path("payment_method").asText())
            .put("captured", works).put("amount_captured", works ? amount : 0).put("paid", works)
            .put("status", works ? "succeeded" : "failed");
        ((ObjectNode) charge.get("payment_method_details").get("card")).putNull("wallet");
        if (!type.equals("card")) {
            charge.putObject("payment_method_details").put("type", type).putObject(type).put("last4", "3000");
        }
        intent.put("latest_charge", charge.path("id").asText()).put("status", works ? "succeeded" : "requires_payment_method");
        if (works) {
            charge.put("balance_transaction", booked(stripe, "charge", charge, amount, amount * 29 / 1000 + 30));
        } else {
            charge.put("failure_code", "card_declined").put("failure_message", "Your card has insufficient funds.");
            charge.putNull("balance_transaction");
        }
    }

    static String booked(StripeCompany stripe, String type, ObjectNode source, long amount, long fee) {
        ObjectNode transaction = stripe.make("balance_transaction", "txn_");
        transaction.put("type", type).put("reporting_category", type).put("amount", amount).put("fee", fee).put("net", amount - fee)
            .put("currency", source.path("currency").asText()).put("source", source.path("id").asText());
        return transaction.path("id").asText();
    }

    /** The payer's bank takes the money back; Stripe charges 15.00 for it. */
    static ObjectNode dispute(StripeCompany stripe, ObjectNode intent) {
        ObjectNode charge = stripe.get(intent.path("latest_charge").asText());
        charge.put("disputed", true);
        ObjectNode dispute = stripe.make("dispute", "dp_");
        dispute.put("amount", charge.path("amount").asLong()).put("currency", charge.path("currency").asText()).put("reason", "fraudulent")
            .put("charge", charge.path("id").asText()).put("payment_intent", intent.path("id").asText()).put("status", "needs_response");
        String taken = booked(stripe, "adjustment", dispute, -charge.path("amount").asLong(), 1500);
        dispute.withArray("/balance_transactions").add(stripe.get(taken).deepCopy());
        return dispute;
    }

    static void closeDispute(StripeCompany stripe, ObjectNode dispute, boolean won) {
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            dispute.withArray("/balance_transactions")
                .add(stripe.get(booked(stripe, "adjustment", dispute, dispute.path("amount").asLong(), 0)).deepCopy());
        }
    }

    /** Everything not yet paid out goes to the bank, less a monthly fee of 2.00. */
    static ObjectNode payOut(StripeCompany stripe, String currency) {
        List<ObjectNode> due = stripe.all("balance_transaction").stream().filter(transaction -> !transaction.has("payout")
            && transaction.path("currency").asText().equals(currency)).toList();
        ObjectNode payout = stripe.make("payout", "po_");
        payout.put("currency", currency);
        ObjectNode monthly = stripe.get(booked(stripe, "stripe_fee", payout, -200, 0));
        long net = due.stream().mapToLong(transaction -> transaction.path("net").asLong()).sum() - 200;
        String id = payout.path("id").asText();
        due.forEach(transaction -> transaction.put("payout", id));
        monthly.put("payout", id);
        stripe.get(booked(stripe, "payout", payout, -net, 0)).put("payout", id);
        return payout.put("amount", net).put("status", "paid").put("arrival_date", 1_772_496_000L).put("statement_descriptor", "ACME 0301");
    }
}
