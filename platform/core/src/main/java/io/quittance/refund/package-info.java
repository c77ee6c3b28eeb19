/**
 * Money that we decide to give back: through the gateway that took it, or recorded as paid back by hand.
 *
 * <p>What is given back comes out of the payment's unapplied cash first, since nobody's claim is touched by that; then out of
 * its shares, the youngest first, which open their claims again. It is one movement of the payment: a gateway's refund carries
 * the gateway's name for it, so our own news of it and the gateway's webhook book it once, whichever comes first.
 *
 * <p>No refund of more than was taken, less what went back and less what is under way. While the payer's bank decides on a
 * dispute nothing is refunded, since the payer would get the money twice; what was charged back for good counts as gone back.
 * A dispute that comes after a refund was sent cannot be prevented here: what went back twice then stands as the payer's debt
 * in unapplied cash.
 *
 * <p>A refund is written down and committed before the gateway hears of it. Whether it was carried out is asked after, by our
 * key, before it could ever be sent again.
 */
@Feature(name = "refund", uses = {"config", "retry", "access", "tenancy", "audit", "live", "customer", "ledger", "plugin", "payment",
        "allocation", "intake", "approval"})
package io.quittance.refund;

import io.quittance.Feature;
