/**
 * Alerts for our own people: a large payment cleared, a payment was declined, the four-way statement has a gap, an invoice is
 * overdue. Each once for ever per cause; on the pages and by mail, to whom and above what the tenant says. Many in an hour become
 * one mail. Nothing here runs in a unit that moves money.
 */
@Feature(name = "alert", uses = {"config", "access", "tenancy", "audit", "live", "invoice", "payment", "notification", "signup",
        "reconciliation", "fourway"})
package io.quittance.alert;

import io.quittance.Feature;
