/**
 * Giving up what is open, and getting it back after all. A write-off books Dr bad debt / Cr receivables. Money that comes in
 * later for that invoice opens the claim again by as much (Dr receivables / Cr bad debt) and then pays it like any other:
 * so the books are the same whichever came first, and a chargeback of that money finds a claim to open.
 */
@Feature(name = "writeoff",
        uses = {"config", "access", "tenancy", "audit", "live", "customer", "ledger", "invoice", "approval"})
package io.quittance.writeoff;

import io.quittance.Feature;
