/**
 * The books: an append-only journal in double entry. Every entry balances in every currency, is posted once under its
 * idempotency key, and is corrected only by another entry. Balances are sums of lines, never kept beside them.
 */
@Feature(name = "ledger", uses = {"config", "blueprint", "access", "audit", "tenancy"})
package io.quittance.ledger;

import io.quittance.Feature;
