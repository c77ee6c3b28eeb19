package io.quittance.bankfeed;

import io.quittance.plugin.PluginId;

/** A feed that is enabled, for people to choose. */
public record FeedOffer(PluginId plugin, String name) {
}
