package io.quittance.web.order;

import io.quittance.config.Configuration;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderRoute;

/** Where shops deliver. */
final class Shops {

    private Shops() {
    }

    static boolean areOf(ChannelKind kind) {
        return kind == ChannelKind.SHOPIFY || kind == ChannelKind.WOOCOMMERCE;
    }

    static String address(Configuration configuration, OrderRoute route) {
        return configuration.baseUrl() + route.path();
    }
}
