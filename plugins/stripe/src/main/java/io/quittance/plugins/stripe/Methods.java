package io.quittance.plugins.stripe;

import io.quittance.spi.gateway.MethodKind;
import java.util.Map;
import java.util.Optional;

/** How the payer paid, from what Stripe says about a payment method. */
final class Methods {

    private static final Map<String, MethodKind> KINDS = Map.ofEntries(Map.entry("card", MethodKind.CARD),
        Map.entry("card_present", MethodKind.CARD), Map.entry("interac_present", MethodKind.CARD),
        Map.entry("sepa_debit", MethodKind.DIRECT_DEBIT), Map.entry("bacs_debit", MethodKind.DIRECT_DEBIT),
        Map.entry("au_becs_debit", MethodKind.DIRECT_DEBIT), Map.entry("acss_debit", MethodKind.DIRECT_DEBIT),
        Map.entry("us_bank_account", MethodKind.DIRECT_DEBIT), Map.entry("ach_debit", MethodKind.DIRECT_DEBIT),
        Map.entry("customer_balance", MethodKind.BANK_TRANSFER), Map.entry("ach_credit_transfer", MethodKind.BANK_TRANSFER),
        Map.entry("multibanco", MethodKind.BANK_TRANSFER), Map.entry("ideal", MethodKind.BANK_TRANSFER),
        Map.entry("bancontact", MethodKind.BANK_TRANSFER), Map.entry("eps", MethodKind.BANK_TRANSFER),
        Map.entry("giropay", MethodKind.BANK_TRANSFER), Map.entry("sofort", MethodKind.BANK_TRANSFER),
        Map.entry("p24", MethodKind.BANK_TRANSFER), Map.entry("pay_by_bank", MethodKind.BANK_TRANSFER),
        Map.entry("link", MethodKind.WALLET), Map.entry("alipay", MethodKind.WALLET), Map.entry("wechat_pay", MethodKind.WALLET),
        Map.entry("cashapp", MethodKind.WALLET), Map.entry("paypal", MethodKind.WALLET), Map.entry("grabpay", MethodKind.WALLET),
        Map.entry("revolut_pay", MethodKind.WALLET), Map.entry("amazon_pay", MethodKind.WALLET));

    private static final Map<String, String> NAMES = Map.of("sepa_debit", "SEPA debit", "bacs_debit", "Bacs debit",
        "customer_balance", "Bank transfer", "us_bank_account", "ACH debit", "ideal", "iDEAL", "eps", "EPS", "p24", "Przelewy24");

    private Methods() {
    }

    /** @param details {@code payment_method_details} of a charge, or a payment method itself: both name their type */
    static MethodKind kind(Optional<Reading> details) {
        Optional<String> type = details.flatMap(found -> found.find("type"));
        boolean wallet = type.flatMap(name -> details.get().findObject(name)).flatMap(method -> method.findObject("wallet"))
            .flatMap(found -> found.find("type")).filter(name -> !name.equals("link") && !name.equals("type")).isPresent();
        return wallet ? MethodKind.WALLET : type.map(name -> KINDS.getOrDefault(name, MethodKind.OTHER)).orElse(MethodKind.OTHER);
    }

    /** The method as a person recognises it, such as {@code Visa •••• 4242}. */
    static String label(Optional<Reading> details) {
        Optional<String> type = details.flatMap(found -> found.find("type"));
        if (type.isEmpty()) {
            return "Stripe";
        }
        Optional<Reading> method = details.get().findObject(type.get());
        String name = method.flatMap(found -> found.find("brand")).or(() -> method.flatMap(found -> found.find("bank_name")))
            .map(Methods::capital).orElseGet(() -> NAMES.getOrDefault(type.get(), capital(type.get().replace('_', ' '))));
        return method.flatMap(found -> found.find("last4")).map(last -> name + " •••• " + last).orElse(name);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
