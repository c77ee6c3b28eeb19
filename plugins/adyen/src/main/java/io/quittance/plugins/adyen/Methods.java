package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Reading;
import io.quittance.spi.gateway.MethodKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the payer paid, from a notification. */
final class Methods {

    private static final Set<String> CARDS = Set.of("visa", "mc", "amex", "maestro", "cup", "diners", "discover", "jcb", "cartebancaire",
        "bcmc", "dankort", "scheme", "visadankort", "elo", "hipercard", "electron");

    private static final Map<String, MethodKind> KINDS = Map.ofEntries(Map.entry("sepadirectdebit", MethodKind.DIRECT_DEBIT),
        Map.entry("ach", MethodKind.DIRECT_DEBIT), Map.entry("directdebit_gb", MethodKind.DIRECT_DEBIT),
        Map.entry("ideal", MethodKind.BANK_TRANSFER), Map.entry("eps", MethodKind.BANK_TRANSFER),
        Map.entry("bankTransfer_iban", MethodKind.BANK_TRANSFER), Map.entry("trustly", MethodKind.BANK_TRANSFER),
        Map.entry("multibanco", MethodKind.BANK_TRANSFER), Map.entry("paypal", MethodKind.WALLET), Map.entry("alipay", MethodKind.WALLET),
        Map.entry("wechatpayWeb", MethodKind.WALLET), Map.entry("twint", MethodKind.WALLET), Map.entry("swish", MethodKind.WALLET),
        Map.entry("mobilepay", MethodKind.WALLET), Map.entry("vipps", MethodKind.WALLET), Map.entry("blik", MethodKind.WALLET));

    private static final Map<String, String> NAMES = Map.of("visa", "Visa", "mc", "Mastercard", "amex", "American Express", "bcmc",
        "Bancontact", "ideal", "iDEAL", "eps", "EPS", "sepadirectdebit", "SEPA debit", "paypal", "PayPal", "ach", "ACH debit");

    private Methods() {
    }

    static MethodKind kind(Reading item) {
        Optional<String> method = item.find("paymentMethod");
        if (method.filter(name -> name.endsWith("applepay") || name.endsWith("googlepay")).isPresent()) {
            return MethodKind.WALLET;
        }
        return method.map(name -> CARDS.contains(name) ? MethodKind.CARD : KINDS.getOrDefault(name, MethodKind.OTHER))
            .orElse(MethodKind.OTHER);
    }

    /** The method as a person recognises it, such as {@code Visa •••• 1111}. */
    static String label(Reading item) {
        String name = item.find("paymentMethod").map(method -> NAMES.getOrDefault(method, method)).orElse("Adyen");
        return item.at("additionalData").flatMap(data -> data.find("cardSummary")).filter(last -> last.matches("\\d{4}"))
            .map(last -> name + " •••• " + last).orElse(name);
    }
}
