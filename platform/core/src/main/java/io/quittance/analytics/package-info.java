/**
 * The figures of the dashboard: outstanding, aging, delay, collection rate, methods. Each is per currency, unlike
 * currencies are never added; each says what it is a part of what. Computed by the database from claims, payments and
 * the ledger. Only the sums of what is open are kept: a reader in the background brings them up to an epoch of the journal that
 * is complete, a report adds what was posted since, and both can be made again, or held against every claim, at any time.
 */
@Feature(name = "analytics", uses = {"access", "tenancy", "ledger", "invoice", "payment", "allocation"})
package io.quittance.analytics;

import io.quittance.Feature;
