package io.quittance.order;

import java.time.Instant;
import java.util.Set;

/**
 * One account of a channel: one shop, one mailbox, one layout of files.
 *
 * @param active  whether orders are taken from it
 * @param secrets names of the secrets that are set; their values are read by {@code Channels.secrets} alone
 */
public record ChannelAccount(ChannelId id, ChannelKind kind, boolean active, ChannelSettings settings, Set<String> secrets,
        Instant createdAt) {

    public ChannelAccount {
        secrets = Set.copyOf(secrets);
    }

    public String name() {
        return settings.name();
    }
}
