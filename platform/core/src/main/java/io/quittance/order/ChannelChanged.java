package io.quittance.order;

/** An account for orders was made or changed in some way: whoever serves its kind looks again. Fired within the unit. */
public record ChannelChanged(ChannelId channel) {
}
