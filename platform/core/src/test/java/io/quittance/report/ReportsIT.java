package io.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.customer.Customer;
import io.quittance.document.boundary.StatementDocuments;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.DiscountOffers;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.OpenItem;
import io.quittance.ledger.TrialBalanceRow;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.payment.PaymentMethod;
import io.quittance.report.boundary.CustomerStatements;
import io.quittance.report.boundary.TaxReports;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer whose year has every kind of entry; the reports are held against the journal. */
class ReportsIT {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate END = LocalDate.parse("2026-12-31");
    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private Tenant tenant;
    private Customer customer;
    private int keys;

    @BeforeEach
    void makeTenant() {
        at("2026-01-15");
        tenant = CORE.newTenant();
        customer = CORE.in(tenant, () -> SAMPLES.customer("Statement AG"));
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void a_statement_carries_every_entry_and_equals_the_sub_ledger_to_the_cent() {
        year();
        Statement statement = statement("2026-02-01", "2026-12-31");
        // before: 119.00 invoiced, 100.00 paid
        assertThat(statement.opening()).isEqualTo(eur("19.00"));
        assertThat(statement.lines()).extracting(StatementLine::kind).containsExactly(StatementLine.Kind.INVOICE,
                StatementLine.Kind.PAYMENT, StatementLine.Kind.DISCOUNT, StatementLine.Kind.INVOICE, StatementLine.Kind.CREDIT_NOTE,
                StatementLine.Kind.PAYMENT, StatementLine.Kind.WRITE_OFF);
        assertThat(statement.lines()).extracting(StatementLine::document).noneMatch(String::isEmpty);
        assertThat(statement.closing()).isEqualTo(subLedger()).isEqualTo(statement.aging().total());
        assertThat(statement.aging().unapplied()).isEqualTo(eur("300.00"));
        assertThat(CORE.in(tenant, () -> CORE.get(CustomerStatements.class).currencies(customer.id()))).containsExactly(EUR);
    }

    @Test
    void two_halves_of_a_year_join_where_one_closes_and_the_other_opens() {
        year();
        assertThat(statement("2026-01-01", "2026-03-02").closing()).isEqualTo(statement("2026-03-03", "2026-12-31").opening());
        Statement whole = statement("2026-01-01", "2026-12-31");
        assertThat(whole.opening()).isEqualTo(eur("0.00"));
        assertThat(whole.lines().stream().map(StatementLine::amount).reduce(Money::plus)).contains(whole.closing());
    }

    @Test
    void what_is_open_stands_in_the_bucket_of_its_age() {
        year();
        // due on 14 February, 19.00 open: 45 days on 31 March
        assertThat(statement("2026-01-01", "2026-03-31").aging().to60()).isEqualTo(eur("19.00"));
        assertThat(statement("2026-01-01", "2026-02-14").aging().notDue()).isEqualTo(eur("19.00"));
        assertThat(statement("2026-01-01", "2026-02-15").aging().to30()).isEqualTo(eur("19.00"));
    }

    @Test
    void a_statement_is_printed_for_the_customer() {
        year();
        byte[] pdf = CORE.in(tenant, () -> CORE.get(StatementDocuments.class).pdf(customer.id(), EUR, LocalDate.parse("2026-01-01"), END))
                .orElseThrow().content();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void tax_by_rate_and_country_sums_to_what_the_tax_account_moved_by() {
        year();
        TaxReport report = tax("2026-01-01", "2026-12-31", Optional.empty());
        assertThat(report.sums()).singleElement().satisfies(sum -> {
            assertThat(sum.difference()).isEqualTo(eur("0.00"));
            assertThat(sum.booked().negated()).isEqualTo(balance(AccountRole.TAX_PAYABLE));
        });
        assertThat(report.rows()).contains(new TaxReport.Row(TaxReport.Source.DISCOUNTS, TaxRate.standard("19"), "DE", eur("-20.00"),
                eur("-3.80")),
                new TaxReport.Row(TaxReport.Source.CREDIT_NOTES, TaxRate.standard("7"), "DE", eur("-200.00"), eur("-14.00")));
        assertThat(report.rows()).as("untaxed turnover stands in it too")
                .anyMatch(row -> row.rate().category() == TaxCategory.E && row.base().equals(eur("50.00")));
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(2026, month, 1);
            assertThat(tax(first.toString(), first.plusMonths(1).minusDays(1).toString(), Optional.empty()).sums()).as("month " + month)
                    .allMatch(sum -> sum.difference().isZero());
        }
    }

    @Test
    void a_report_as_known_then_leaves_out_what_was_posted_since() {
        year();
        Instant before = LocalDateTime.parse("2026-01-31T00:00").atZone(ZoneId.of("Europe/Berlin")).toInstant();
        TaxReport then = tax("2026-01-01", "2026-12-31", Optional.of(before));
        assertThat(then.rows()).singleElement().isEqualTo(new TaxReport.Row(TaxReport.Source.INVOICES, TaxRate.standard("19"), "DE",
                eur("100.00"), eur("19.00")));
        assertThat(then.sums()).allMatch(sum -> sum.difference().isZero());
    }

    @Test
    void the_file_for_a_spreadsheet_has_the_same_rows() {
        year();
        List<String> rows = CORE.in(tenant, () -> CORE.get(TaxReports.class).csv(LocalDate.parse("2026-01-01"), END, Optional.empty()))
                .lines().toList();
        assertThat(rows.getFirst()).isEqualTo("from,to,currency,source,category,rate,country,base,tax");
        assertThat(rows).contains("2026-01-01,2026-12-31,EUR,DISCOUNTS,S,19,DE,-20.00,-3.80")
                .hasSize(tax("2026-01-01", "2026-12-31", Optional.empty()).rows().size() + 1);
    }

    private void year() {
        InvoiceId january = issued(List.of(LineInput.of("Goods", "1", "100.00", TaxRate.standard("19"))));
        pay(january, "100.00");
        at("2026-03-02");
        CORE.in(tenant, () -> CORE.get(DiscountOffers.class).change(customer.id(),
                Optional.of(new DiscountTerms(new BigDecimal("2"), 10, DiscountTerms.TaxMode.INCLUDED))));
        pay(issued(List.of(LineInput.of("Goods", "1", "1000.00", TaxRate.standard("19")))), "1166.20");
        at("2026-06-10");
        InvoiceId june = issued(List.of(LineInput.of("Books", "1", "200.00", TaxRate.standard("7")),
                LineInput.of("Lessons", "1", "50.00", TaxRate.untaxed(TaxCategory.E))));
        CreditOutcome credited = CORE.in(tenant, () -> CORE.get(CreditNotes.class).issue(new CreditOrder("c1", june,
                CreditScope.LINES, List.of(new LineCredit(1, eur("200.00"))), List.of(), "returned",
                false)));
        assertThat(credited).isInstanceOf(CreditOutcome.Issued.class);
        at("2026-09-01");
        pay(june, "350.00");
        at("2026-10-01");
        CORE.in(tenant, () -> CORE.get(WriteOffs.class).writeOff(new WriteOffOrder("w1", january, eur("9.00"), WriteOffReason.OTHER, "")));
    }

    private InvoiceId issued(List<LineInput> lines) {
        return CORE.in(tenant, () -> SAMPLES.issued(SAMPLES.draft(DraftInvoice.of(customer.id(), "EUR", lines))));
    }

    private void pay(InvoiceId id, String amount) {
        RecordOutcome outcome = CORE.in(tenant, () -> CORE.get(ManualPayments.class).record(new ManualPayment("key" + ++keys,
                customer.id(), eur(amount), PaymentMethod.BANK_TRANSFER, tenant.today(CORE.clock()), "", List.of(id), false)));
        assertThat(outcome).isInstanceOf(RecordOutcome.Recorded.class);
    }

    private Statement statement(String from, String to) {
        return CORE.in(tenant, () -> CORE.get(CustomerStatements.class).of(customer.id(), EUR, LocalDate.parse(from), LocalDate.parse(to)))
                .orElseThrow();
    }

    private TaxReport tax(String from, String to, Optional<Instant> known) {
        return CORE.in(tenant, () -> CORE.get(TaxReports.class).of(LocalDate.parse(from), LocalDate.parse(to), known));
    }

    /** Open claims less unapplied cash, from the ledger's own reports; the tenant has one customer. */
    private Money subLedger() {
        return CORE.in(tenant, () -> CORE.get(LedgerReports.class).openItems(AsOf.day(END))).stream().map(OpenItem::open)
                .reduce(balance(AccountRole.UNAPPLIED_CASH), Money::plus);
    }

    private Money balance(AccountRole role) {
        return CORE.in(tenant, () -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(END))).stream()
                .filter(row -> row.account().role() == role).map(TrialBalanceRow::balance).reduce(eur("0.00"), Money::plus);
    }

    private static void at(String day) {
        CORE.clock().set(LocalDateTime.parse(day + "T12:00").atZone(ZoneId.of("Europe/Berlin")).toInstant());
    }

    private static Money eur(String amount) {
        return Money.parse(amount, EUR);
    }
}
