package io.quittance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.boundary.Customers;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.imports.boundary.ImportList;
import io.quittance.imports.boundary.Imports;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ImportIT {

    private static final String HEADER = "number,customer_number,customer_name,issue_date,due_date,amount,tax,paid_amount,paid_on,"
            + "disputed\n";
    private static final String GOOD = HEADER
            + "A-1,C-1,Ada & Co,2026-01-05,2026-02-04,119.00,19.00,,,no\n"
            + "A-2,C-1,Ada & Co,2026-01-06,2026-02-05,50.00,,20.00,2026-01-20,no\n"
            + "A-3,C-2,Bob Ltd,2026-01-07,2026-02-06,75.25,,,2026-02-01,no\n"
            + "A-4,C-2,Bob Ltd,2026-01-08,2026-02-07,10.00,,,,yes\n";

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();

    @Test
    void invoices_come_in_open_part_paid_paid_and_disputed() {
        ImportReport report = imported(ImportKind.INVOICES, GOOD);

        assertThat(report.broken()).isEmpty();
        assertThat(report.good()).isEqualTo(4);
        assertThat(report.newCustomers()).isEqualTo(2);
        assertThat(report.totals()).containsExactly(eur("254.25"));
        assertThat(invoice("A-1").row().open()).isEqualTo(eur("119.00"));
        assertThat(invoice("A-1").totals().tax()).isEqualTo(eur("19.00"));
        assertThat(invoice("A-2").row().open()).isEqualTo(eur("30.00"));
        assertThat(invoice("A-3").row().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice("A-4").holds()).extracting(hold -> hold.kind()).containsExactly(HoldKind.DISPUTE);
        assertThat(payments()).extracting(payment -> payment.receivedOn().orElseThrow())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 2, 1));
    }

    @Test
    void items_come_into_the_catalogue_once() {
        String file = "code,name,unit,price,currency,tax_rate\n"
                + "CONS-1,Consulting,HUR,120.125,EUR,19\n"
                + "BOOK,Handbook,,18.60,,7\n"
                + "cons-1,Twin,,1,,7\n"
                + "FREE,Nothing,,0,USD,200\n";
        ImportReport report = imported(ImportKind.ITEMS, file);

        assertThat(report.good()).isEqualTo(2);
        assertThat(report.broken()).extracting(BrokenRow::line).containsExactly(4, 5);
        ItemDetails item = in(() -> core.get(Catalogue.class).byCode("CONS-1")).orElseThrow().details();
        assertThat(item.unit()).isEqualTo("HUR");
        assertThat(item.prices()).containsOnlyKeys("EUR");
        assertThat(item.prices().get("EUR")).isEqualByComparingTo("120.125");
    }

    @Test
    void a_dry_run_shows_the_same_and_changes_nothing() {
        FileOutcome outcome = in(() -> core.get(Imports.class).check(request(ImportKind.INVOICES, GOOD)));

        assertThat(((FileOutcome.Checked) outcome).report().good()).isEqualTo(4);
        assertThat(customers()).isZero();
        assertThat(invoices()).isZero();
        assertThat(imported(ImportKind.INVOICES, GOOD)).isEqualTo(((FileOutcome.Checked) outcome).report());
    }

    @Test
    void broken_rows_leave_nothing_behind_and_come_back_corrected() {
        String file = HEADER
                + "B-1,C-1,Ada & Co,2026-01-05,2026-02-04,100.00,,,,no\n"
                + "B-2,C-9,Zoe GmbH,2026-01-06,2026-01-05,50.00,,,,no\n"
                + "B-3,C-1,Ada & Co,2026-01-06,2026-02-05,-5,,,,no\n"
                + "B-1,C-1,Ada & Co,2026-01-06,2026-02-05,7,,,,no\n";
        FileOutcome.Imported first = run(ImportKind.INVOICES, file);

        assertThat(first.report().good()).isEqualTo(1);
        assertThat(first.report().broken()).extracting(BrokenRow::line).containsExactly(3, 4, 5);
        assertThat(customers()).isEqualTo(1);
        String download = new String(in(() -> core.get(ImportList.class).brokenRows(first.id(), Locale.ENGLISH)).orElseThrow(),
                StandardCharsets.UTF_8);
        assertThat(download).contains("B-2,", "due_date: The due date", "must be greater than zero",
                "stands in the file already, on line 2");

        String corrected = download.replace("2026-01-06,2026-01-05", "2026-01-06,2026-02-05").replace(",-5,", ",5,");
        FileOutcome.Imported second = run(ImportKind.INVOICES, corrected);

        assertThat(second.report().good()).isEqualTo(2);
        assertThat(second.report().broken()).extracting(row -> row.faults().getFirst().reason())
                .containsExactly(RowFault.Reason.EXISTS_ALREADY);
        assertThat(invoices()).isEqualTo(3);
    }

    @Test
    void the_same_file_again_changes_nothing_and_says_why() {
        imported(ImportKind.INVOICES, GOOD);

        ImportReport again = imported(ImportKind.INVOICES, GOOD);

        assertThat(again.good()).isZero();
        assertThat(again.newCustomers()).isZero();
        assertThat(again.broken()).hasSize(4).allSatisfy(row ->
                assertThat(row.faults()).extracting(RowFault::reason).containsExactly(RowFault.Reason.EXISTS_ALREADY));
        assertThat(invoices()).isEqualTo(4);
    }

    @Test
    void payments_come_in_once_and_never_beyond_what_is_open() {
        imported(ImportKind.INVOICES, GOOD);
        String file = "invoice_number,paid_on,amount,currency,method,reference\n"
                + "A-1,2026-02-01,19.00,EUR,CARD,r1\n"
                + "A-1,2026-02-01,19.00,EUR,CARD,r1\n"
                + "A-1,2026-02-02,100.00,EUR,,r2\n"
                + "A-1,2026-02-02,1.00,USD,,r3\n"
                + "A-9,2026-02-02,1.00,,,r4\n"
                + "A-2,2026-01-01,1.00,,,r5\n";

        ImportReport report = imported(ImportKind.PAYMENTS, file);

        assertThat(report.good()).isEqualTo(2);
        assertThat(report.broken()).extracting(row -> row.faults().getFirst().reason()).containsExactly(RowFault.Reason.EXCEEDS_OPEN,
                RowFault.Reason.CURRENCY_DIFFERS, RowFault.Reason.UNKNOWN_INVOICE, RowFault.Reason.PAID_BEFORE_ISSUE);
        assertThat(invoice("A-1").row().open()).isEqualTo(eur("81.00"));
        assertThat(imported(ImportKind.PAYMENTS, file).good()).isZero();
        assertThat(invoice("A-1").row().open()).isEqualTo(eur("81.00"));
    }

    @Test
    void customers_come_in_with_their_own_numbers() {
        ImportReport report = imported(ImportKind.CUSTOMERS, "Kundennummer;Name;E-Mail;Land;PLZ;Ort\n"
                + "K-1;Müller KG;post@mueller.example;DE;10115;Berlin\nK-2;Ohne Land;;XX;;\nK-1;Doppelt;;;;\n");

        assertThat(report.good()).isEqualTo(1);
        assertThat(report.broken()).extracting(row -> row.faults().getFirst().reason())
                .containsExactly(RowFault.Reason.UNKNOWN_COUNTRY, RowFault.Reason.TWICE_IN_FILE);
        assertThat(in(() -> core.get(Customers.class).byExternalRef("K-1")).orElseThrow().details().address().city()).isEqualTo("Berlin");
    }

    @Test
    void an_unreadable_file_is_refused_as_a_whole() {
        FileOutcome outcome = in(() -> core.get(Imports.class).run(request(ImportKind.INVOICES, "%PDF-1.7")));

        assertThat(((FileOutcome.Refused) outcome).fault().reason()).isEqualTo(FileFault.Reason.NOT_TEXT);
        assertThat(in(() -> core.get(ImportList.class).page(0, 10)).total()).isZero();
    }

    private ImportReport imported(ImportKind kind, String text) {
        return run(kind, text).report();
    }

    private FileOutcome.Imported run(ImportKind kind, String text) {
        FileOutcome.Imported done = (FileOutcome.Imported) in(() -> core.get(Imports.class).run(request(kind, text)));
        assertThat(in(() -> core.get(ImportList.class).find(done.id()))).contains(done.report());
        return done;
    }

    private static ImportRequest request(ImportKind kind, String text) {
        return new ImportRequest(kind, "test.csv", text.getBytes(StandardCharsets.UTF_8), FileFormat.standard());
    }

    private InvoiceView invoice(String number) {
        return in(() -> {
            InvoiceId id = core.get(InvoiceList.class).byNumber(new InvoiceNumber(number)).orElseThrow();
            return core.get(InvoiceList.class).find(id).orElseThrow();
        });
    }

    private List<PaymentRow> payments() {
        return in(() -> core.get(Payments.class).page(PaymentFilter.all(), Page.Request.first(100, PaymentSort.RECEIVED, true))).rows();
    }

    private long customers() {
        return in(() -> core.get(Customers.class).page(CustomerFilter.ALL, Page.Request.first(1, CustomerSort.NAME, true))).total();
    }

    private long invoices() {
        return in(() -> core.get(InvoiceList.class).page(InvoiceFilter.ALL, Page.Request.first(1, InvoiceSort.NUMBER, true))).total();
    }

    private <T> T in(Supplier<T> work) {
        return core.in(tenant, work);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }
}
