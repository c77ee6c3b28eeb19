package io.quittance.order.entity;

import io.quittance.order.ChannelId;
import io.quittance.order.PayloadId;

/** That an order stands no longer, to be dealt with. @param reason in the channel's words */
public record KeptWithdrawal(long id, ChannelId channel, PayloadId payload, String reference, String reason) {
}
