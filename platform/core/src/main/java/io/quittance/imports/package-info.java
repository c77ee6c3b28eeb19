/**
 * Files of customers, invoices and payments that a business brings along from its former books. A file is read under
 * declared rules (character set, delimiter, date style, decimal sign, column names), shown in a dry run, and imported in
 * one unit of work: its good rows stand together, its broken rows change nothing and can be fetched with the reason
 * beside each, corrected and imported again. Orders that come as such files, or as spreadsheets, are read by the same rules.
 */
@Feature(name = "imports", uses = {"config", "access", "tenancy", "audit", "live", "customer", "tax", "catalogue", "ledger", "invoice",
        "payment", "allocation", "order"})
package io.quittance.imports;

import io.quittance.Feature;
