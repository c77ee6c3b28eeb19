/**
 * Credit notes: documents of their own that correct an issued invoice, whole or in part, before or after it was paid. Each is
 * numbered without gaps, frozen, and booked Dr revenue / Dr tax payable / Cr receivables on the claims of its invoice. Where
 * less is open than is credited, the credit first takes the place of what was written off, then of what payments gave, the
 * youngest share first: that money rests in unapplied cash of its payer, to be allocated to other invoices or refunded. So
 * there is one kind of money that a customer has with us, with its owner and age, and not a second kind of balance beside it.
 * An invoice is cancelled by a credit note over all of it, as long as no money came in for it: document and number stay for ever.
 * What remains of a credited invoice is reconciled when all the money that still pays it was seen on the bank account.
 */
@Feature(name = "credit", uses = {"config", "access", "tenancy", "audit", "live", "customer", "tax", "ledger", "notification", "invoice",
        "approval", "writeoff", "allocation", "webhook"})
package io.quittance.credit;

import io.quittance.Feature;
