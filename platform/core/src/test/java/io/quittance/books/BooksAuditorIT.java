package io.quittance.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.boundary.Approvals;
import io.quittance.books.boundary.BooksAuditor;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentMethod;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.boundary.WriteOffs;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BooksAuditorIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static Shop shop;
    private static Connection admin;

    @BeforeAll
    static void keepBooks() throws SQLException {
        shop = new Shop(CORE, new ToyPay());
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("50.00");
        shop.issued("10.00");
        IdempotencyKey attempt = shop.begun(first, "119.00");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(attempt), "119.00", "3.00"));
        shop.deliver("d2", ToyPay.refunded("p1", "r1", "19.00"));
        shop.deliver("d3", ToyPay.captured("p2", Optional.empty(), "7.00", "0.00"));
        shop.work();
        shop.in(() -> CORE.get(ManualPayments.class).record(new ManualPayment("k1", shop.customer().id(), ToyPay.eur("60.00"),
                PaymentMethod.CASH, LocalDate.parse("2026-03-02"), "", List.of(second), false)));
        correct(shop.issued("30.00"));
        admin = DriverManager.getConnection(System.getProperty("quittance.db.url").replaceFirst("/?$", "/information_schema"),
                System.getProperty("quittance.db.user"), System.getProperty("quittance.db.password"));
    }

    /** A credit note of a part and a write-off of another part that took two people. */
    private static void correct(InvoiceId invoice) {
        shop.in(() -> CORE.get(CreditNotes.class).issue(new CreditOrder("c1", invoice, CreditScope.LINES,
                List.of(new LineCredit(1, ToyPay.eur("10.00"))), List.of(), "Damaged", false)));
        shop.in(() -> CORE.get(Approvals.class).changeLimits(new ApprovalLimits(Map.of("EUR", BigDecimal.ONE))));
        WriteOffOutcome asked = shop.in(() -> CORE.get(WriteOffs.class).writeOff(new WriteOffOrder("w1", invoice, ToyPay.eur("5.00"),
                WriteOffReason.GOODWILL, "")));
        TenantScope.run(shop.tenant(), new Actor.Job("second"),
                () -> CORE.get(Approvals.class).approve(((WriteOffOutcome.Waiting) asked).approval()));
    }

    static Stream<Arguments> faultsOfCorrections() {
        return Stream.of(
                Arguments.of("credit_note", "UPDATE {t}credit_note SET net_minor = net_minor + 1, gross_minor = gross_minor + 1",
                        Invariant.CREDITS_FIT),
                Arguments.of("credit_note", "DELETE FROM {t}credit_note", Invariant.CREDITS_FIT),
                Arguments.of("credit_note", "DELETE FROM {t}credit_note", Invariant.NUMBERS_HAVE_NO_GAP),
                Arguments.of("credit_note", "UPDATE {t}credit_note SET mailed = 1", Invariant.MESSAGES_ARE_KEPT),
                Arguments.of("credit_note_tax", "UPDATE {t}credit_note_tax SET tax_minor = tax_minor + 1", Invariant.CREDITS_FIT),
                Arguments.of("credit_note_line", "UPDATE {t}credit_note_line SET net_minor = 3001", Invariant.CREDITS_FIT),
                Arguments.of("credit_room", "UPDATE {t}credit_room SET credited_minor = credited_minor - 1 WHERE part = 'line:1'",
                        Invariant.CREDITS_FIT),
                Arguments.of("claim", "UPDATE {t}claim SET credited_minor = credited_minor - 1 WHERE credited_minor > 0",
                        Invariant.OPEN_IS_WHAT_IS_LEFT),
                Arguments.of("invoice", "UPDATE {t}invoice SET written_off_minor = written_off_minor - 1 WHERE written_off_minor > 0",
                        Invariant.INVOICE_MATCHES_CLAIMS),
                Arguments.of("journal_entry", "DELETE FROM {t}journal_entry WHERE cause_type = 'credit-note'", Invariant.CREDITS_FIT),
                Arguments.of("journal_entry", "UPDATE {t}journal_entry SET cause_id = 1 WHERE cause_type = 'credit-note'",
                        Invariant.CREDITS_FIT),
                Arguments.of("write_off", "UPDATE {t}write_off SET amount_minor = amount_minor + 1", Invariant.WRITE_OFFS_ARE_BOOKED),
                Arguments.of("write_off", "DELETE FROM {t}write_off", Invariant.WRITE_OFFS_ARE_BOOKED),
                Arguments.of("write_off", "DELETE FROM {t}write_off", Invariant.TWO_PEOPLE_DECIDED),
                Arguments.of("approval_request", "UPDATE {t}approval_request SET state = 'REJECTED'", Invariant.TWO_PEOPLE_DECIDED),
                Arguments.of("approval_request", "DELETE FROM {t}approval_request", Invariant.TWO_PEOPLE_DECIDED));
    }

    @AfterAll
    static void close() throws SQLException {
        admin.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("journal_line", "UPDATE {t}journal_line SET amount_minor = amount_minor + 1 ORDER BY entry_id LIMIT 1",
                        Invariant.ENTRY_BALANCES),
                Arguments.of("journal_line", "DELETE FROM {t}journal_line ORDER BY entry_id LIMIT 1", Invariant.ENTRY_BALANCES),
                Arguments.of("claim", "UPDATE {t}claim SET open_minor = open_minor - 1 WHERE open_minor > 0 ORDER BY id LIMIT 1",
                        Invariant.RECEIVABLES_MATCH_CLAIMS),
                Arguments.of("claim", "UPDATE {t}claim SET open_minor = open_minor - 1 WHERE open_minor > 0 ORDER BY id LIMIT 1",
                        Invariant.INVOICE_MATCHES_CLAIMS),
                Arguments.of("allocation", "DELETE FROM {t}allocation ORDER BY id LIMIT 1", Invariant.OPEN_IS_WHAT_IS_LEFT),
                Arguments.of("allocation", "DELETE FROM {t}allocation ORDER BY id LIMIT 1", Invariant.PAYMENT_IS_ACCOUNTED_FOR),
                Arguments.of("claim_movement", "DELETE FROM {t}claim_movement ORDER BY id LIMIT 1", Invariant.OPEN_IS_WHAT_IS_LEFT),
                Arguments.of("invoice", "UPDATE {t}invoice SET settlement = 'PAID' WHERE settlement = 'OPEN' LIMIT 1",
                        Invariant.INVOICE_MATCHES_CLAIMS),
                Arguments.of("invoice", "UPDATE {t}invoice SET due_date = DATE_ADD(due_date, INTERVAL 1 DAY) WHERE open_minor > 0 LIMIT 1",
                        Invariant.INVOICE_MATCHES_CLAIMS),
                Arguments.of("allocation_decision", "DELETE FROM {t}allocation_decision ORDER BY id LIMIT 1",
                        Invariant.PAYMENT_IS_ACCOUNTED_FOR),
                Arguments.of("allocation_decision", "UPDATE {t}allocation_decision SET question = REPLACE(question, 'EUR', 'USD') LIMIT 1",
                        Invariant.PAYMENT_IS_ACCOUNTED_FOR),
                Arguments.of("payment", "UPDATE {t}payment SET unapplied_minor = unapplied_minor + 1 WHERE reference = 'p2'",
                        Invariant.UNAPPLIED_MATCHES_PAYMENTS),
                Arguments.of("payment", "UPDATE {t}payment SET gross_minor = gross_minor + 1 WHERE reference = 'p1'",
                        Invariant.PAYMENT_IS_BOOKED),
                Arguments.of("payment", "UPDATE {t}payment SET state = 'FAILED' WHERE reference = 'p1'", Invariant.PAYMENT_IS_BOOKED),
                Arguments.of("journal_entry", "DELETE FROM {t}journal_entry WHERE cause_type = 'payment' ORDER BY id LIMIT 1",
                        Invariant.PAYMENT_IS_BOOKED),
                Arguments.of("gateway_delivery", "DELETE FROM {t}gateway_delivery WHERE delivery_id = 'd1'", Invariant.DELIVERIES_MATCH),
                Arguments.of("gateway_delivery", "UPDATE {t}gateway_delivery SET delivery_id = 'dx' WHERE delivery_id = 'd1'",
                        Invariant.DELIVERIES_MATCH),
                Arguments.of("audit_event", "UPDATE {t}audit_event SET after_json = REPLACE(after_json, '\"mail\":false', '\"mail\":true')"
                        + " WHERE action = 'issued' LIMIT 1",
                        Invariant.MESSAGES_ARE_KEPT),
                Arguments.of("period_decision", "INSERT INTO {t}period_decision VALUES (1, 'LOCKED', '2100-01-01', NULL, '2000-01-01',"
                        + " 'somebody', '')", Invariant.LOCKED_STAYS_SHUT),
                Arguments.of("invoice_document", "DELETE FROM {t}invoice_document WHERE number LIKE '%00002'",
                        Invariant.NUMBERS_HAVE_NO_GAP),
                Arguments.of("number_counter", "UPDATE {t}number_counter SET last_used = last_used + 1", Invariant.NUMBERS_HAVE_NO_GAP));
    }

    @ParameterizedTest
    @MethodSource({"faults", "faultsOfCorrections"})
    void a_planted_fault_turns_it_red(String table, String fault, Invariant invariant) throws SQLException {
        assertThat(findings(shop.tenant())).isEmpty();
        String schema = schema(shop.tenant());
        execute("SET FOREIGN_KEY_CHECKS = 0", "CREATE TABLE " + schema + "saved AS SELECT * FROM " + schema + table);
        try {
            execute(fault.replace("{t}", schema));
            assertThat(findings(shop.tenant())).extracting(Finding::invariant).contains(invariant);
        } finally {
            execute("DELETE FROM " + schema + table, "INSERT INTO " + schema + table + " SELECT * FROM " + schema + "saved",
                    "DROP TABLE " + schema + "saved", "SET FOREIGN_KEY_CHECKS = 1");
        }
        assertThat(findings(shop.tenant())).isEmpty();
    }

    @Test
    void a_payment_that_stands_twice_is_found_once_its_unique_key_is_gone() throws SQLException {
        Shop other = new Shop(CORE, new ToyPay());
        other.deliver("d1", ToyPay.captured("p1", Optional.empty(), "5.00", "0.00"));
        other.work();
        String schema = schema(other.tenant());
        execute("ALTER TABLE " + schema + "payment DROP KEY payment_reference",
                "INSERT INTO " + schema + "payment (id, gateway, reference, customer_id, purpose_id, method, label, state, currency,"
                        + " gross_minor, fee_minor, taken_minor, unapplied_minor, received_on, first_seen_at)"
                        + " SELECT id + 1, gateway, reference, customer_id, purpose_id, method, label, state,"
                        + " currency, gross_minor, fee_minor, taken_minor, unapplied_minor, received_on, first_seen_at FROM "
                        + schema + "payment");
        assertThat(findings(other.tenant())).extracting(Finding::invariant)
                .contains(Invariant.NOTHING_TWICE, Invariant.PAYMENT_IS_BOOKED, Invariant.UNAPPLIED_MATCHES_PAYMENTS);
    }

    @Test
    void an_acknowledged_delivery_that_was_lost_is_found() throws SQLException {
        Shop other = new Shop(CORE, new ToyPay());
        other.deliver("d1", ToyPay.captured("p1", Optional.empty(), "5.00", "0.00"));
        other.work();
        execute("DELETE FROM " + platform() + "webhook_inbox WHERE installation = '" + other.installation() + "'");
        assertThat(findings(other.tenant())).extracting(Finding::invariant).containsExactly(Invariant.DELIVERIES_MATCH);
    }

    @Test
    void a_right_on_another_tenants_schema_or_on_history_is_found() throws SQLException {
        Tenant nosy = CORE.newTenant();
        String user = string("SELECT db_user FROM " + platform() + "tenant_account WHERE purpose = 'RUNTIME' AND tenant_id = " + nosy.id());
        assertThat(findings(nosy)).isEmpty();
        execute("GRANT SELECT ON " + schema(shop.tenant()) + "payment TO '" + user + "'@'%'",
                "GRANT UPDATE ON " + schema(nosy) + "journal_line TO '" + user + "'@'%'");
        assertThat(findings(nosy)).extracting(Finding::invariant).containsExactly(Invariant.WALLS_STAND, Invariant.WALLS_STAND);
    }

    @Test
    void the_gateways_log_and_the_receipts_are_held_against_each_other_both_ways() throws SQLException {
        Map<String, Money> log = Map.of("p1", ToyPay.eur("119.00"), "p9", ToyPay.eur("1.00"));
        Audit audit = auditor().auditOf(shop.tenant().slug(), List.of(new ChargeLog("toy-pay", log)));
        assertThat(audit.findings()).filteredOn(finding -> finding.invariant() == Invariant.CHARGES_MATCH_RECEIPTS)
                .extracting(Finding::subject).contains("charge p9", "receipt p2");
    }

    @Test
    void it_tells_what_it_read() throws SQLException {
        Audit audit = auditor().auditOf(shop.tenant().slug());
        assertThat(audit.tenants()).containsExactly(shop.tenant().slug());
        assertThat(audit.payments()).isGreaterThanOrEqualTo(3);
        assertThat(audit.entries()).isGreaterThanOrEqualTo(7);
    }

    private static List<Finding> findings(Tenant tenant) throws SQLException {
        return auditor().auditOf(tenant.slug()).findings();
    }

    private static BooksAuditor auditor() {
        return new BooksAuditor(admin, System.getProperty("quittance.db.prefix"));
    }

    private static String platform() {
        return System.getProperty("quittance.db.prefix") + "_platform.";
    }

    private static String schema(Tenant tenant) throws SQLException {
        return string("SELECT db_name FROM " + platform() + "tenant_account WHERE purpose = 'RUNTIME' AND tenant_id = " + tenant.id())
                + ".";
    }

    private static String string(String sql) throws SQLException {
        try (Statement statement = admin.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
