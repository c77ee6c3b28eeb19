package io.quittance.order.control.shop;

import io.quittance.Sha256;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.Payload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proves a shop's delivery by the HMAC-SHA256 over its raw bytes, in Base64, that shops of both kinds send. While a secret is changed
 * the one before counts too.
 *
 * @see "Shopify: Verify webhook deliveries, X-Shopify-Hmac-SHA256; WooCommerce REST API: Webhooks, X-WC-Webhook-Signature"
 */
public final class ShopSignature {

    /** Names of an account's secrets. */
    public static final String SECRET = "secret";
    public static final String PREVIOUS = "previousSecret";
    /** Option of an account: the shop's own domain; with it, deliveries for another shop are refused. */
    public static final String SHOP = "shop";

    /** A new webhook of WooCommerce asks once whether anybody is there, without a signature. */
    private static final Pattern PING = Pattern.compile("(webhook_id=\\d{1,18})?");
    private static final Shop SHOPIFY = new Shop("x-shopify-hmac-sha256", "x-shopify-topic", "x-shopify-webhook-id", "orders/",
            "x-shopify-shop-domain");
    private static final Shop WOOCOMMERCE = new Shop("x-wc-webhook-signature", "x-wc-webhook-topic", "x-wc-webhook-delivery-id", "order.",
            "x-wc-webhook-source");

    /** Names of headers, and how topics about orders begin. */
    private record Shop(String signature, String topic, String delivery, String orders, String source) {
    }

    private ShopSignature() {
    }

    /** @param secrets of the account. @param headers by name, in any case */
    public static Verdict judge(ChannelAccount account, Map<String, String> secrets, Map<String, List<String>> headers, byte[] body) {
        Shop shop = account.kind() == ChannelKind.WOOCOMMERCE ? WOOCOMMERCE : SHOPIFY;
        String signature = header(headers, shop.signature());
        if (signature.isEmpty()) {
            return account.kind() == ChannelKind.WOOCOMMERCE && PING.matcher(new String(body, StandardCharsets.ISO_8859_1)).matches()
                    ? new Verdict.Nothing("ping") : new Verdict.Forged("no signature");
        }
        Optional<byte[]> claimed = decoded(signature);
        if (claimed.isEmpty()) {
            return new Verdict.Forged("the signature is no Base64");
        }
        boolean proven = Stream.of(SECRET, PREVIOUS).map(secrets::get).filter(secret -> secret != null && !secret.isBlank())
                .map(secret -> Sha256.hmac(secret.getBytes(StandardCharsets.UTF_8), body))
                .anyMatch(proof -> MessageDigest.isEqual(proof, claimed.get()));
        if (!proven) {
            return new Verdict.Forged("the signature does not fit");
        }
        String own = account.settings().option(SHOP);
        if (!own.isEmpty() && !host(header(headers, shop.source())).equalsIgnoreCase(host(own))) {
            return new Verdict.Forged("it is of another shop");
        }
        String topic = header(headers, shop.topic());
        return topic.startsWith(shop.orders())
                ? new Verdict.Genuine(new Payload("application/json", topic + " " + header(headers, shop.delivery()), body))
                : new Verdict.Nothing(topic);
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream().filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(name))
                .flatMap(entry -> entry.getValue().stream()).findFirst().map(String::strip).orElse("");
    }

    /** Of a domain or an address. */
    private static String host(String address) {
        return address.strip().replaceFirst("^[A-Za-z]+://", "").replaceFirst("[/:].*$", "");
    }

    private static Optional<byte[]> decoded(String signature) {
        try {
            return Optional.of(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
