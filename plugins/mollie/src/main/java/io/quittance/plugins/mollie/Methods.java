package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.Reading;
import io.quittance.spi.gateway.MethodKind;
import java.util.Map;
import java.util.Optional;

/** How the payer paid, from what Mollie says about a payment. */
final class Methods {

    private static final Map<String, MethodKind> KINDS = Map.ofEntries(Map.entry("creditcard", MethodKind.CARD),
        Map.entry("pointofsale", MethodKind.CARD), Map.entry("directdebit", MethodKind.DIRECT_DEBIT),
        Map.entry("bacs", MethodKind.DIRECT_DEBIT), Map.entry("banktransfer", MethodKind.BANK_TRANSFER),
        Map.entry("ideal", MethodKind.BANK_TRANSFER), Map.entry("bancontact", MethodKind.BANK_TRANSFER),
        Map.entry("belfius", MethodKind.BANK_TRANSFER), Map.entry("kbc", MethodKind.BANK_TRANSFER),
        Map.entry("eps", MethodKind.BANK_TRANSFER), Map.entry("mybank", MethodKind.BANK_TRANSFER),
        Map.entry("multibanco", MethodKind.BANK_TRANSFER), Map.entry("paybybank", MethodKind.BANK_TRANSFER),
        Map.entry("przelewy24", MethodKind.BANK_TRANSFER), Map.entry("trustly", MethodKind.BANK_TRANSFER),
        Map.entry("applepay", MethodKind.WALLET), Map.entry("googlepay", MethodKind.WALLET), Map.entry("paypal", MethodKind.WALLET),
        Map.entry("blik", MethodKind.WALLET), Map.entry("twint", MethodKind.WALLET), Map.entry("mobilepay", MethodKind.WALLET),
        Map.entry("vipps", MethodKind.WALLET), Map.entry("swish", MethodKind.WALLET), Map.entry("mbway", MethodKind.WALLET),
        Map.entry("satispay", MethodKind.WALLET), Map.entry("bizum", MethodKind.WALLET));

    private static final Map<String, String> NAMES = Map.of("creditcard", "Card", "directdebit", "SEPA debit", "bacs", "Bacs debit",
        "banktransfer", "Bank transfer", "ideal", "iDEAL", "eps", "EPS", "kbc", "KBC", "paypal", "PayPal", "twint", "TWINT",
        "przelewy24", "Przelewy24");

    private Methods() {
    }

    static MethodKind kind(Reading payment) {
        boolean wallet = payment.at("details").flatMap(details -> details.find("wallet")).isPresent();
        return wallet ? MethodKind.WALLET
            : payment.find("method").map(method -> KINDS.getOrDefault(method, MethodKind.OTHER)).orElse(MethodKind.OTHER);
    }

    /** The method as a person recognises it, such as {@code Mastercard •••• 4444}. */
    static String label(Reading payment) {
        Optional<Reading> details = payment.findObject("details");
        Optional<String> card = details.flatMap(found -> found.find("cardLabel"));
        String name = card.or(() -> payment.find("method").map(method -> NAMES.getOrDefault(method, capital(method)))).orElse("Mollie");
        return details.flatMap(found -> found.find("cardNumber").or(() -> found.find("consumerAccount"))).map(String::strip)
            .filter(number -> number.length() >= 4)
            .map(number -> name + " •••• " + number.substring(number.length() - 4)).orElse(name);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
