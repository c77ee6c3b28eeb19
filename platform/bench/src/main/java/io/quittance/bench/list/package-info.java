/** What does a page of a million invoices cost, wherever it lies and whatever is filtered, beside reading its rows by their key? */
package io.quittance.bench.list;
