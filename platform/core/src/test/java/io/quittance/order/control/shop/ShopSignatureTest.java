package io.quittance.order.control.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.order.Acceptance;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelSettings;
import io.quittance.order.UnknownBuyer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopSignatureTest {

    /** The well-known example of an HMAC-SHA256: key "key" over the pangram. */
    private static final byte[] BODY = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=";
    private static final Map<String, String> SECRETS = Map.of("secret", "key");

    @Test
    void a_delivery_signed_with_the_accounts_secret_is_genuine_and_named_by_topic_and_id() {
        Verdict verdict = shopify(SECRETS, Map.of(), SIGNATURE, BODY);
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(((Verdict.Genuine) verdict).payload().name()).isEqualTo("orders/create d-1");
        assertThat(((Verdict.Genuine) verdict).payload().body()).isEqualTo(BODY);
    }

    @Test
    void the_secret_before_counts_while_it_is_changed() {
        assertThat(shopify(Map.of("secret", "new", "previousSecret", "key"), Map.of(), SIGNATURE, BODY))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void any_other_secret_body_or_signature_is_forged() {
        assertThat(shopify(Map.of("secret", "other"), Map.of(), SIGNATURE, BODY)).isInstanceOf(Verdict.Forged.class);
        assertThat(shopify(Map.of(), Map.of(), SIGNATURE, BODY)).isInstanceOf(Verdict.Forged.class);
        assertThat(shopify(Map.of("secret", " "), Map.of(), SIGNATURE, BODY)).isInstanceOf(Verdict.Forged.class);
        assertThat(shopify(SECRETS, Map.of(), SIGNATURE, new byte[] {1})).isInstanceOf(Verdict.Forged.class);
        assertThat(shopify(SECRETS, Map.of(), "97yD9DBT", BODY)).isInstanceOf(Verdict.Forged.class);
        assertThat(shopify(SECRETS, Map.of(), "no base 64!", BODY)).isInstanceOf(Verdict.Forged.class);
        assertThat(shopify(SECRETS, Map.of(), "", BODY)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void a_delivery_of_another_shop_is_forged() {
        assertThat(shopify(SECRETS, Map.of("shop", "https://Mine.myshopify.com/"), SIGNATURE, BODY)).isInstanceOf(Verdict.Genuine.class);
        assertThat(shopify(SECRETS, Map.of("shop", "yours.myshopify.com"), SIGNATURE, BODY)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void woocommerces_ping_is_answered_and_kept_nowhere() {
        ChannelAccount account = account(ChannelKind.WOOCOMMERCE, Map.of());
        assertThat(ShopSignature.judge(account, SECRETS, Map.of(), "webhook_id=12".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Verdict.Nothing("ping"));
        assertThat(ShopSignature.judge(account, SECRETS, Map.of(), "webhook_id=12&id=7".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verdict.Forged.class);
        assertThat(ShopSignature.judge(account(ChannelKind.SHOPIFY, Map.of()), SECRETS, Map.of(), "webhook_id=12".getBytes(
                StandardCharsets.UTF_8))).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void news_of_anything_else_than_orders_is_answered_and_kept_nowhere() {
        Map<String, List<String>> headers = Map.of("X-WC-Webhook-Signature", List.of(SIGNATURE), "X-WC-Webhook-Topic",
                List.of("product.updated"));
        assertThat(ShopSignature.judge(account(ChannelKind.WOOCOMMERCE, Map.of()), SECRETS, headers, BODY))
                .isEqualTo(new Verdict.Nothing("product.updated"));
    }

    private static Verdict shopify(Map<String, String> secrets, Map<String, String> options, String signature, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>(Map.of("X-Shopify-Topic", List.of("orders/create"), "x-shopify-webhook-id",
                List.of("d-1"), "X-SHOPIFY-SHOP-DOMAIN", List.of("mine.myshopify.com")));
        headers.put("X-Shopify-Hmac-Sha256", List.of(signature));
        return ShopSignature.judge(account(ChannelKind.SHOPIFY, options), secrets, headers, body);
    }

    private static ChannelAccount account(ChannelKind kind, Map<String, String> options) {
        return new ChannelAccount(new ChannelId(1), kind, true, new ChannelSettings("Shop", Acceptance.DRAFT, ZoneOffset.UTC,
                UnknownBuyer.CREATE, options), Set.of(), Instant.EPOCH);
    }
}
