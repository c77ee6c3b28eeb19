package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.boundary.InvoiceImport;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoiceImportIT {

    private static final LocalDate ISSUED = LocalDate.parse("2025-03-01");
    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static Tenant tenant;
    private static Customer customer;

    @BeforeAll
    static void makeTenant() {
        tenant = CORE.newTenant();
        customer = CORE.in(tenant, () -> SAMPLES.customer("Old Customer"));
    }

    @Test
    void brings_in_numbers_dates_and_amounts_exactly_with_what_is_open_as_opening_balance() {
        ImportOutcome outcome = bring(List.of(invoice("A-1", "100.00", "40.00"))).getFirst();
        InvoiceId id = ((ImportOutcome.Imported) outcome).id();
        InvoiceView view = CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
        assertThat(view.row().number()).contains(new InvoiceNumber("A-1"));
        assertThat(view.row().issueDate()).contains(ISSUED);
        assertThat(view.row().open()).isEqualTo(eur("40.00"));
        assertThat(view.row().gross()).isEqualTo(eur("100.00"));
        assertThat(view.row().status()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(CORE.in(tenant, () -> CORE.get(LedgerReports.class).behindInvoice(id.value())))
                .extracting(line -> line.account().role() + " " + line.amount())
                .containsExactlyInAnyOrder("RECEIVABLES 40.00 EUR", "OPENING_BALANCE -40.00 EUR");
    }

    @Test
    void refuses_duplicates_and_nonsense_one_by_one_and_takes_the_rest() {
        bring(List.of(invoice("B-1", "10.00", "10.00")));
        ImportedInvoice stranger = new ImportedInvoice("B-5", new CustomerId(1), ISSUED, ISSUED, eur("1"), eur("1"), "", "", List.of());
        ImportedInvoice backwards = new ImportedInvoice("B-6", customer.id(), ISSUED, ISSUED.minusDays(1), eur("1"), eur("2"), "", "",
                List.of());
        ImportedInvoice wrongLines = new ImportedInvoice("B-7", customer.id(), ISSUED, ISSUED, eur("10"), eur("10"), "", "",
                List.of(LineInput.of("x", "1", "10", TaxRate.standard("19"))));
        List<ImportOutcome> outcomes = bring(List.of(invoice("B-1", "10.00", "10.00"), invoice("B-2", "10.00", "0.00"),
                invoice("B-2", "10.00", "10.00"), stranger, backwards, wrongLines));
        assertThat(outcomes.get(0)).isEqualTo(new ImportOutcome.Duplicate("B-1"));
        assertThat(outcomes.get(1)).isInstanceOf(ImportOutcome.Imported.class);
        assertThat(outcomes.get(2)).isEqualTo(new ImportOutcome.Duplicate("B-2"));
        assertThat(rules(outcomes.get(3))).containsExactly("customer.unknown");
        assertThat(rules(outcomes.get(4))).containsExactly("invoice.dueBeforeIssue", "invoice.openOutside");
        assertThat(rules(outcomes.get(5))).containsExactly("invoice.linesDiffer");
    }

    @Test
    void a_number_of_the_own_series_that_an_import_took_is_skipped() {
        Tenant clash = CORE.newTenant();
        Customer buyer = CORE.in(clash, () -> SAMPLES.customer("Clash"));
        int year = clash.today(CORE.clock()).getYear();
        String first = "INV-" + year + "-00001";
        CORE.in(clash, () -> CORE.get(InvoiceImport.class)
                .bring(List.of(new ImportedInvoice(first, buyer.id(), ISSUED, ISSUED, eur("1"), eur("1"),
                "", "", List.of()))));
        InvoiceId id = CORE.in(clash, () -> SAMPLES.issued(buyer, "5.00"));
        assertThat(CORE.in(clash, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow().row().number())
                .contains(new InvoiceNumber("INV-" + year + "-00002"));
    }

    @Test
    void five_thousand_invoices_come_in_well_under_half_a_minute_and_sum_up() {
        Tenant big = CORE.newTenant();
        Customer buyer = CORE.in(big, () -> SAMPLES.customer("Big"));
        long began = System.nanoTime();
        for (int batch = 0; batch < 10; batch++) {
            int from = batch * InvoiceImport.BATCH;
            List<ImportedInvoice> invoices = new ArrayList<>();
            IntStream.range(from, from + InvoiceImport.BATCH)
                    .forEach(i -> invoices.add(new ImportedInvoice("N-" + i, buyer.id(), ISSUED, ISSUED.plusDays(30),
                    eur("119.00"), eur("119.00"), "", "", List.of(LineInput.of("Goods", "1", "100.00", TaxRate.standard("19"))))));
            assertThat(CORE.in(big, () -> CORE.get(InvoiceImport.class).bring(invoices)))
                    .hasOnlyElementsOfType(ImportOutcome.Imported.class);
        }
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        assertThat(CORE.in(big, () -> CORE.get(InvoiceList.class).sums(InvoiceFilter.ALL)))
                .containsEntry(Currency.getInstance("EUR"), new InvoiceSums(5000, eur("595000.00"), eur("595000.00")));
        // Ample: it takes a few seconds on an idle machine, and builds run on busy ones.
        assertThat(seconds).isLessThan(60);
    }

    private static List<ImportOutcome> bring(List<ImportedInvoice> invoices) {
        return CORE.in(tenant, () -> CORE.get(InvoiceImport.class).bring(invoices));
    }

    private static List<String> rules(ImportOutcome outcome) {
        return ((ImportOutcome.Refused) outcome).faults().stream().map(fault -> fault.rule()).toList();
    }

    private static ImportedInvoice invoice(String number, String gross, String open) {
        return new ImportedInvoice(number, customer.id(), ISSUED, ISSUED.plusDays(30), eur(gross), eur(open), "", "", List.of());
    }

    private static Money eur(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }
}
