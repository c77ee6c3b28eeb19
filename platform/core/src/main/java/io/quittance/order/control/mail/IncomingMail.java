package io.quittance.order.control.mail;

import io.quittance.order.Payload;
import java.util.List;

/**
 * A mail with what of it may be orders.
 *
 * @param messageId   as its sender numbered it; may be empty
 * @param senders     addresses that it says to be from
 * @param attachments in their order; those too large to be read are none of them
 * @param left        why attachments were left out, in words for the dead letter
 */
public record IncomingMail(long uid, String messageId, List<String> senders, String subject, List<Payload> attachments, List<String> left) {
}
