package io.quittance.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.access.AccessDenied;
import io.quittance.access.ActedBy;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.GroupedPayments;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.allocation.boundary.PaymentGroup;
import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.OnceOutcome;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.idempotency.boundary.Idempotency;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentMethod;
import io.quittance.payment.PaymentView;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.SqlFailure;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.CutConnections;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedPaymentsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final int CALLERS = 64;

    private final Shop shop = new Shop(CORE, new ToyPay());

    /** A request was refused as the web would refuse it. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(RecordOutcome outcome) {
            super(outcome.toString());
        }
    }

    @AfterEach
    void the_books_are_sound() throws SQLException {
        assertThat(BooksOf.findings(shop.tenant())).isEmpty();
    }

    @Test
    void of_sixty_four_callers_one_poisoned_and_some_twice_each_has_its_own_outcome_and_nothing_is_paid_twice() throws Exception {
        InvoiceId first = shop.issued("100.00");
        InvoiceId second = shop.issued("1000.00");
        List<Callable<OnceOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS - 4; i++) {
            ManualPayment payment = payment("p" + i, i % 2 == 0 ? "7.00" : "9.00", i % 2 == 0 ? first : second);
            calls.add(() -> recorded(payment, person("clerk" + payment.key().length()), this::answer));
        }
        calls.add(() -> recorded(payment("poison", "1.00", first), person("eve"), view -> {
            throw new IllegalStateException("poisoned");
        }));
        calls.add(() -> recorded(payment("nobody", "1.00", new InvoiceId(4711)), person("bob"), this::answer));
        calls.add(() -> recorded(payment("p0", "7.00", first), person("clerk2"), this::answer));
        calls.add(() -> recorded(payment("p1", "9.01", second), person("clerk2"), this::answer));
        List<Future<OnceOutcome>> outcomes;
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            outcomes = threads.invokeAll(calls);
        }
        int done = 0;
        for (int i = 2; i < CALLERS - 4; i++) {
            assertThat(outcomes.get(i).get()).extracting(given -> ((OnceOutcome.Done) given).answer().body())
                    .asString().endsWith(" p" + i);
            done++;
        }
        assertThat(outcomes.get(CALLERS - 4)).satisfies(poisoned -> assertThatThrownBy(poisoned::get).hasRootCauseMessage("poisoned"));
        assertThat(outcomes.get(CALLERS - 3)).satisfies(refused -> assertThatThrownBy(refused::get).hasMessageContaining("unknownInvoice"));
        assertThat(List.of(outcomes.get(0).get(), outcomes.get(CALLERS - 2).get())).hasAtLeastOneElementOfType(OnceOutcome.Done.class)
                .hasAtLeastOneElementOfType(OnceOutcome.Repeated.class);
        assertThat(List.of(outcomes.get(1).get(), outcomes.get(CALLERS - 1).get())).hasAtLeastOneElementOfType(OnceOutcome.Done.class)
                .hasAtLeastOneElementOfType(OnceOutcome.KeyReused.class);
        assertThat(rows("SELECT COUNT(*) FROM payment")).isEqualTo(done + 2);
        assertThat(rows("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(done + 2);
        assertThat(rows("SELECT COUNT(*) FROM idempotency_answer")).isEqualTo(done + 2);
        assertThat(rows("SELECT COUNT(*) FROM audit_event WHERE action = 'captured' AND actor LIKE 'person:clerk_'")).isEqualTo(done + 2);
        assertThat(shop.open(first).isZero()).isTrue();
        assertThat(shop.in(() -> CORE.get(Allocations.class).ofInvoice(first)).stream().map(AllocationRow::amount).reduce(Money::plus))
                .contains(ToyPay.eur("119.00"));
    }

    @Test
    void a_group_is_one_transaction_and_each_change_is_in_its_own_actors_name() {
        InvoiceId invoice = shop.issued("100.00");
        Actor mallory = new Actor.Person("mallory", "M", "m@example.com", Set.of(), Set.of(Permission.PAYMENT_READ));
        List<Optional<OnceOutcome>> outcomes = TenantScope.call(shop.tenant(), person("anna"), () -> CORE.get(PaymentGroup.class).record(
                List.of(request("a", "10.00", invoice, person("anna")), request("b", "20.00", invoice, person("bert")),
                        request("c", "30.00", invoice, mallory))));
        assertThat(outcomes.get(0)).isPresent();
        assertThat(outcomes.get(1)).isPresent();
        assertThat(outcomes.get(2)).as("no permission").isEmpty();
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("89.00"));
        assertThat(rows("SELECT COUNT(DISTINCT posted_at) FROM journal_entry WHERE actor IN ('person:anna', 'person:bert')")).isEqualTo(1);
        for (String table : List.of("journal_entry", "allocation", "allocation_decision", "invoice_event")) {
            assertThat(rows("SELECT COUNT(*) FROM " + table + " WHERE actor = 'person:anna'")).as(table).isEqualTo(1);
            assertThat(rows("SELECT COUNT(*) FROM " + table + " WHERE actor = 'person:bert'")).as(table).isEqualTo(1);
        }
        assertThat(rows("SELECT COUNT(*) FROM audit_event WHERE actor = 'person:bert'")).isEqualTo(3);
    }

    @Test
    void who_may_not_record_is_refused_although_others_may() {
        InvoiceId invoice = shop.issued("100.00");
        Actor viewer = new Actor.Person("v", "V", "v@example.com", Set.of(), Set.of(Permission.PAYMENT_READ));
        assertThatThrownBy(() -> recorded(payment("v", "1.00", invoice), viewer, this::answer)).isInstanceOf(AccessDenied.class);
        assertThat(rows("SELECT COUNT(*) FROM payment")).isZero();
    }

    @Test
    void the_answer_is_what_a_later_look_at_the_payment_says() {
        InvoiceId invoice = shop.issued("100.00");
        List<PaymentView> seen = new ArrayList<>();
        recorded(payment("look", "150.00", invoice), person("anna"), view -> {
            seen.add(view);
            return answer(view);
        });
        assertThat(seen).hasSize(1);
        assertThat(shop.in(() -> CORE.get(Payments.class).find(seen.getFirst().row().id()))).contains(seen.getFirst());
        assertThat(seen.getFirst().row().unapplied()).isEqualTo(ToyPay.eur("31.00"));
    }

    @Test
    void a_connection_that_dies_before_the_commit_leaves_nothing_and_only_who_was_alone_on_it_has_to_ask_again() throws Exception {
        AtomicBoolean kill = new AtomicBoolean(true);
        AtomicInteger cut = new AtomicInteger();
        List<Callable<OnceOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ManualPayment payment = payment("k" + i, "10.00", shop.issued("100.00"));
            calls.add(() -> recorded(payment, person("anna"), view -> {
                if (kill.compareAndSet(true, false)) {
                    cut.set(cutOff());
                }
                return answer(view);
            }));
        }
        int askedAgain = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<OnceOutcome>> outcomes = threads.invokeAll(calls);
            for (int i = 0; i < calls.size(); i++) {
                try {
                    assertThat(outcomes.get(i).get()).isInstanceOf(OnceOutcome.Done.class);
                } catch (ExecutionException told) { // the API answers: send it again
                    assertThat(SqlFailure.isPassing(told)).as(told.toString()).isTrue();
                    assertThat(calls.get(i).call()).isInstanceOfAny(OnceOutcome.Done.class, OnceOutcome.Repeated.class);
                    askedAgain++;
                }
            }
        }
        assertThat(askedAgain).isBetween(0, cut.get());
        assertThat(rows("SELECT COUNT(*) FROM payment")).isEqualTo(16);
        assertThat(rows("SELECT SUM(claimed_minor - open_minor) FROM claim")).isEqualTo(16_000);
    }

    @Test
    void a_crash_after_the_commit_repeats_the_stored_answer_and_not_the_payment() {
        InvoiceId invoice = shop.issued("100.00");
        ManualPayment payment = payment("lost", "10.00", invoice);
        List<Optional<OnceOutcome>> lost = TenantScope.call(shop.tenant(), person("anna"), () -> CORE.get(PaymentGroup.class)
                .record(List.of(new ActedBy<>(person("anna"), new PaymentRequest(once(payment), payment, this::answer)))));
        assertThat(recorded(payment, person("anna"), this::answer))
                .isEqualTo(new OnceOutcome.Repeated(((OnceOutcome.Done) lost.getFirst().orElseThrow()).answer()));
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("109.00"));
    }

    @Test
    void a_claim_that_somebody_holds_keeps_only_its_own_payment_waiting() throws Exception {
        InvoiceId held = shop.issued("100.00");
        InvoiceId free = shop.issued("100.00");
        try (Connection somebody = admin(); Statement statement = somebody.createStatement();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            somebody.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM claim WHERE invoice_id = " + held + " FOR UPDATE").close();
            assertThatThrownBy(() -> TenantScope.call(shop.tenant(), person("anna"), () -> CORE.get(PaymentGroup.class).record(
                    List.of(request("h", "1.00", held, person("anna")), request("f", "1.00", free, person("anna"))))))
                    .isInstanceOf(SqlFailure.class);
            Future<OnceOutcome> waits = threads.submit(() -> recorded(payment("h", "1.00", held), person("anna"), this::answer));
            for (int i = 0; i < 6; i++) {
                ManualPayment payment = payment("f" + i, "1.00", free);
                assertThat(threads.submit(() -> recorded(payment, person("bert"), this::answer)).get(20, TimeUnit.SECONDS))
                        .isInstanceOf(OnceOutcome.Done.class);
            }
            assertThat(waits.isDone()).isFalse();
            somebody.rollback();
            assertThat(waits.get()).isInstanceOf(OnceOutcome.Done.class);
        }
        assertThat(shop.open(held)).isEqualTo(ToyPay.eur("118.00"));
        assertThat(shop.open(free)).isEqualTo(ToyPay.eur("113.00"));
    }

    @Test
    void many_are_recorded_by_one_round_of_statements_as_each_would_be_alone() {
        InvoiceId invoice = shop.issued("100.00");
        InvoiceId other = shop.issued("100.00");
        List<RecordOutcome> outcomes = shop.in(() -> CORE.get(ManualPayments.class).recordAll(List.of(payment("m1", "50.00", invoice),
                payment("m2", "-1.00", invoice), payment("m1", "50.00", invoice), payment("m3", "100.00", invoice),
                new ManualPayment("m4", shop.customer().id(), ToyPay.eur("20.00"), PaymentMethod.CASH, DAY, "", List.of(), true))));
        assertThat(outcomes.get(0)).isInstanceOf(RecordOutcome.Recorded.class);
        assertThat(outcomes.get(1)).isInstanceOf(RecordOutcome.Refused.class);
        assertThat(outcomes.get(2)).isEqualTo(new RecordOutcome.AlreadyRecorded(((RecordOutcome.Recorded) outcomes.get(0)).payment()));
        assertThat(((RecordOutcome.Recorded) outcomes.get(3)).remainder()).isEqualTo(ToyPay.eur("31.00"));
        assertThat(((RecordOutcome.Recorded) outcomes.get(4)).shares()).extracting(Share::invoice).containsExactly(other);
        assertThat(shop.open(other)).isEqualTo(ToyPay.eur("99.00"));
        assertThat(shop.balances()).containsEntry("UNAPPLIED_CASH", "-31.00").containsEntry("RECEIVABLES", "99.00");
    }

    private OnceOutcome recorded(ManualPayment payment, Actor actor, Function<PaymentView, StoredAnswer> answer) {
        return TenantScope.call(shop.tenant(), actor, () -> CORE.get(GroupedPayments.class).record(
                new PaymentRequest(once(payment), payment, answer),
                () -> CORE.get(Idempotency.class).once(once(payment), Permission.PAYMENT_RECORD, () -> alone(payment, answer))));
    }

    private static StoredAnswer alone(ManualPayment payment, Function<PaymentView, StoredAnswer> answer) {
        RecordOutcome outcome = CORE.get(ManualPayments.class).record(payment);
        if (outcome instanceof RecordOutcome.Recorded done) {
            return answer.apply(CORE.get(Payments.class).find(done.payment()).orElseThrow());
        }
        throw new Refused(outcome);
    }

    private ActedBy<PaymentRequest> request(String key, String amount, InvoiceId invoice, Actor actor) {
        ManualPayment payment = payment(key, amount, invoice);
        return new ActedBy<>(actor, new PaymentRequest(once(payment), payment, this::answer));
    }

    private static IdempotentRequest once(ManualPayment payment) {
        return new IdempotentRequest(payment.key(), "%064x".formatted(payment.amount().minorUnits()));
    }

    private StoredAnswer answer(PaymentView view) {
        return new StoredAnswer(201, "/payments/" + view.row().id(), view.row().id() + " " + view.row().reference());
    }

    private ManualPayment payment(String key, String amount, InvoiceId invoice) {
        return new ManualPayment(key, shop.customer().id(), ToyPay.eur(amount), PaymentMethod.CASH, DAY, "", List.of(invoice), false);
    }

    private static Actor person(String name) {
        return new Actor.Person(name, name, name + "@example.com", Set.of(),
                Set.of(Permission.PAYMENT_RECORD, Permission.PAYMENT_READ, Permission.INVOICE_READ));
    }

    private int cutOff() {
        try (Connection admin = admin()) {
            return CutConnections.of(admin, schema());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long rows(String sql) {
        try (Connection admin = admin(); Statement select = admin.createStatement(); ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection(System.getProperty("quittance.db.url").replaceFirst("/?$", "/" + schema()),
                System.getProperty("quittance.db.user"), System.getProperty("quittance.db.password"));
    }

    private String schema() {
        return System.getProperty("quittance.db.prefix") + "_t_" + shop.tenant().slug().replace('-', '_');
    }
}
