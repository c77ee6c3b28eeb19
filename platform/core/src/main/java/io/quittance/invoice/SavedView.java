package io.quittance.invoice;

/**
 * A filter and an order of the list of invoices under a name.
 *
 * @param shared    everybody of the tenant sees it; else only the person who saved it
 * @param isDefault the list of the person who asks begins with it
 */
public record SavedView(long id, String name, boolean shared, InvoiceFilter filter, InvoiceSort sort, boolean ascending,
        boolean isDefault) {
}
