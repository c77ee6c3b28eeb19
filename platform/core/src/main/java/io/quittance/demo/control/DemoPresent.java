package io.quittance.demo.control;

import io.quittance.Page;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.demo.DemoBusiness;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A few invoices of today: some issued and mailed with their private links, some still drafts. Safe to repeat. */
@ApplicationScoped
public class DemoPresent {

    private static final int INVOICES = 6;
    private static final int DRAFTS = 2;
    /** How the orders begin that today's invoices are for. */
    static final String ORDER = "PO-2";
    private static final int FIRST_CUSTOMER = 1001;
    /** Customers at home, whose tax is the plain one: every fourth is abroad, this step avoids them. */
    private static final int BETWEEN_CUSTOMERS = 4;

    @Inject
    Customers customers;
    @Inject
    InvoiceList invoices;
    @Inject
    Invoicing invoicing;

    void write(DemoBusiness business) {
        for (int i = 0; i < INVOICES; i++) {
            String order = ORDER + "%03d".formatted(i + 1);
            String reference = "C-%04d".formatted(FIRST_CUSTOMER + i * BETWEEN_CUSTOMERS);
            Optional<CustomerId> customer = customers.byExternalRef(reference).map(Customer::id);
            boolean fresh = invoices.page(InvoiceFilter.ALL.withText(order), Page.Request.first(1, InvoiceSort.CREATED, true)).total() == 0;
            if (customer.isPresent() && fresh) {
                InvoiceId id = drafted(invoicing.draft(draft(business, customer.get(), order, i)));
                if (i >= DRAFTS) {
                    issue(id);
                }
            }
        }
    }

    private void issue(InvoiceId id) {
        IssueOutcome outcome = invoicing.issue(id, true);
        if (!(outcome instanceof IssueOutcome.Issued)) {
            throw new IllegalStateException("an invoice of the demo cannot be issued: " + outcome);
        }
    }

    private static InvoiceId drafted(DraftOutcome outcome) {
        if (outcome instanceof DraftOutcome.Drafted drafted) {
            return drafted.id();
        }
        throw new IllegalStateException("an invoice of the demo cannot be drafted: " + outcome);
    }

    private static DraftInvoice draft(DemoBusiness business, CustomerId customer, String order, int number) {
        TaxRate rate = new TaxRate(TaxCategory.S, business.taxPercent());
        boolean german = business.language().equals(Locale.GERMAN);
        List<LineInput> lines = german
                ? List.of(line("Espressobohnen, Kiste zu 12 kg", 4 + number, "184.90", rate), line("Olivenöl, 5 l", 6, "41.35", rate),
                        line("Fracht", 1, "29.00", rate))
                : List.of(line("Design sprint, day", 2 + number, "640.00", rate), line("Illustration", 3, "185.50", rate),
                        line("Project lead, hour", 6, "95.00", rate));
        return new DraftInvoice(customer, business.currency().getCurrencyCode(), Optional.empty(), Optional.empty(), order, "", lines);
    }

    private static LineInput line(String text, int quantity, String price, TaxRate rate) {
        return new LineInput(text, BigDecimal.valueOf(quantity), "", new BigDecimal(price), BigDecimal.ZERO, rate);
    }
}
