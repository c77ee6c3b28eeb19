/**
 * Tells other systems of a business what happened: a row is written in the unit of work in which it came true, and sent
 * after the commit to every endpoint that wants it, signed by the Standard Webhooks specification, again and again until it
 * is taken or given up visibly. No unit of work is open while an endpoint is spoken to, and no endpoint lies in a private
 * network.
 *
 * <p>Deliveries come in any order and may come twice: each carries a stable id and a sequence.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>
 */
@Feature(name = "webhook", uses = {"config", "retry", "access", "tenancy", "audit", "live", "notification"})
package io.quittance.webhook;

import io.quittance.Feature;
