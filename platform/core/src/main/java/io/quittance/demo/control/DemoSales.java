package io.quittance.demo.control;

import io.quittance.Page;
import io.quittance.catalogue.CommonUnit;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.ItemOutcome;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.demo.DemoBusiness;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.LineInput;
import io.quittance.recurring.Recurrence;
import io.quittance.recurring.RecurringMode;
import io.quittance.recurring.Rhythm;
import io.quittance.recurring.ScheduleDetails;
import io.quittance.recurring.ScheduleFilter;
import io.quittance.recurring.ScheduleOutcome;
import io.quittance.recurring.ScheduleSort;
import io.quittance.recurring.boundary.RecurringInvoices;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a demo business sells, and what it invoices again and again. Safe to repeat. */
@ApplicationScoped
public class DemoSales {

    private static final String SUBSCRIBER = "C-1002";

    @Inject
    Catalogue catalogue;
    @Inject
    RecurringInvoices schedules;
    @Inject
    Customers customers;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** Something that is sold; the price is net, in the business's own currency. */
    private record Ware(String code, String name, CommonUnit unit, String price) {
    }

    void offer(DemoBusiness business) {
        List<Ware> wares = wares(business);
        TaxRate rate = new TaxRate(TaxCategory.S, business.taxPercent());
        String currency = business.currency().getCurrencyCode();
        for (Ware ware : wares) {
            if (catalogue.byCode(ware.code()).isEmpty()) {
                ItemOutcome outcome = catalogue.create(new ItemDetails(ware.code(), ware.name(), "", ware.unit().name(),
                        Map.of(currency, new BigDecimal(ware.price())), rate));
                if (!(outcome instanceof ItemOutcome.Saved)) {
                    throw new IllegalStateException("an item of the demo is refused: " + outcome);
                }
            }
        }
        Optional<CustomerId> subscriber = customers.byExternalRef(SUBSCRIBER).map(Customer::id);
        boolean fresh = schedules.page(ScheduleFilter.ALL, Page.Request.first(1, ScheduleSort.NAME, true)).total() == 0;
        if (subscriber.isPresent() && fresh) {
            subscribe(subscriber.get(), wares.getLast(), currency, rate);
        }
    }

    /** The first invoice comes next month: what is seen today stays as it is. */
    private void subscribe(CustomerId customer, Ware ware, String currency, TaxRate rate) {
        LocalDate first = tenant.get().today(clock).plusMonths(1).withDayOfMonth(1);
        LineInput line = new LineInput(ware.name() + " {period_start} – {period_end}", BigDecimal.ONE, "",
                new BigDecimal(ware.price()), BigDecimal.ZERO, rate);
        DraftInvoice template = new DraftInvoice(customer, currency, Optional.empty(), Optional.empty(), "", "", List.of(line));
        ScheduleOutcome outcome = schedules.create(new ScheduleDetails(ware.name(), template,
                new Recurrence(first, Rhythm.monthly(1, 1), Optional.empty(), Optional.empty()), RecurringMode.ISSUE));
        if (!(outcome instanceof ScheduleOutcome.Saved)) {
            throw new IllegalStateException("a schedule of the demo is refused: " + outcome);
        }
    }

    private static List<Ware> wares(DemoBusiness business) {
        return business.language().equals(Locale.GERMAN)
                ? List.of(new Ware("ESP-12", "Espressobohnen, Kiste zu 12 kg", CommonUnit.C62, "184.90"),
                        new Ware("OEL-5", "Olivenöl, 5 l", CommonUnit.C62, "41.35"), new Ware("FRACHT", "Fracht", CommonUnit.LS, "29.00"),
                        new Ware("LAGER", "Lagerplatz", CommonUnit.MON, "320.00"))
                : List.of(new Ware("SPRINT", "Design sprint", CommonUnit.DAY, "640.00"),
                        new Ware("ILLU", "Illustration", CommonUnit.C62, "185.50"),
                        new Ware("LEAD", "Project lead", CommonUnit.HUR, "95.00"),
                        new Ware("CARE", "Website care", CommonUnit.MON, "450.00"));
    }
}
