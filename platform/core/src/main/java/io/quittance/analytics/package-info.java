/**
 * The figures of the dashboard: outstanding, aging, delay, collection rate, methods. Each is per currency, unlike
 * currencies are never added; each says what it is a part of what. Computed by the database from claims, payments and,
 * for a day in the past, the ledger; nothing is kept beside them that could differ.
 */
@Feature(name = "analytics", uses = {"access", "tenancy", "ledger", "invoice", "payment", "allocation"})
package io.quittance.analytics;

import io.quittance.Feature;
