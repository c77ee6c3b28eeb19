package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.BillingDefaults;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.CustomerBilling;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftStart;
import io.quittance.invoice.FilledLines;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.LineWish;
import io.quittance.invoice.control.DraftRules;
import io.quittance.invoice.control.InvoiceSearch;
import io.quittance.invoice.control.LineFilling;
import io.quittance.invoice.control.PriceModeSetting;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tax.PriceMode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known before an invoice is written: the customer's defaults, the catalogue, and the credit limit. */
@Boundary
public class DraftDefaults {

    @Inject
    Customers customers;
    @Inject
    CustomerBilling billing;
    @Inject
    LineFilling filling;
    @Inject
    InvoiceSearch search;
    @Inject
    PriceModeSetting prices;
    @Inject
    CurrentTenant tenant;

    /** What an invoice for that customer begins with; empty when there is no such customer. */
    @Requires(Permission.INVOICE_WRITE)
    public Optional<DraftStart> start(CustomerId customer) {
        return customers.find(customer).map(known -> {
            BillingDefaults defaults = billing.of(customer);
            return new DraftStart(defaults.currency().orElse(tenant.get().currency()), known.details().termsDays(),
                    defaults.discountPercent(), defaults.prices().orElseGet(prices::read));
        });
    }

    /** Lines with what their items and the customer's defaults say. @param currency ISO 4217 code. @param mode of the prices */
    @Requires(Permission.INVOICE_WRITE)
    public FilledLines fill(CustomerId customer, String currency, PriceMode mode, List<LineWish> lines) {
        Locale language = customers.find(customer).map(known -> known.details().language()).orElse(tenant.get().language());
        return filling.fill(lines, currency, language, billing.of(customer).discountPercent(), mode);
    }

    /** What would be refused if it were drafted; nothing is. */
    @Requires(Permission.INVOICE_WRITE)
    public List<Fault> check(DraftInvoice draft) {
        return DraftRules.check(draft, customers.find(draft.customer()));
    }

    /**
     * How the customer would stand to its credit limit if that much more were invoiced; empty when it has none, or one in
     * another currency: unlike currencies are not added up.
     */
    @Requires(Permission.INVOICE_READ)
    public Optional<CreditStanding> credit(CustomerId customer, Money more) {
        Optional<Money> limit = customers.find(customer).map(Customer::details).flatMap(details -> details.creditLimit())
                .filter(most -> most.currency().equals(more.currency()));
        return limit.map(most -> {
            InvoiceSums sums = search.sums(InvoiceFilter.ALL.withCustomer(customer).withCurrency(more.currency())).get(more.currency());
            Money owed = sums == null ? Money.zero(more.currency()) : sums.open();
            return new CreditStanding(most, owed, owed.plus(more));
        });
    }
}
