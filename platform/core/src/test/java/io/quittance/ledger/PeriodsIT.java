package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.ledger.boundary.FiscalPeriods;
import io.quittance.ledger.boundary.Journal;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeriodsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate JUNE = LocalDate.parse("2026-06-30");
    private static final LocalDate JULY = LocalDate.parse("2026-07-31");

    private Tenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = CORE.newTenant();
    }

    @Test
    void what_happens_late_is_booked_on_the_first_open_day_and_nothing_on_a_closed_one() {
        post("early", JUNE, 100);
        assertThat(as("anna", periods -> periods.close(JUNE))).isInstanceOf(PeriodOutcome.Done.class);

        JournalEntryId late = post("late", JUNE.minusDays(3), 7);
        JournalEntryId prompt = post("prompt", JUNE.plusDays(4), 9);

        assertThat(bookedOn(late)).isEqualTo(LocalDate.parse("2026-07-01"));
        assertThat(bookedOn(prompt)).isEqualTo(LocalDate.parse("2026-07-04"));
        assertThat(bank(JUNE)).isEqualTo(eur(100));
        assertThat(bank(JULY)).isEqualTo(eur(116));
    }

    @Test
    void a_key_posted_before_the_close_is_the_same_after_it() {
        JournalEntryId before = post("once", JUNE, 100);
        as("anna", periods -> periods.close(JUNE));

        assertThat(post("once", JUNE, 100)).isEqualTo(before);
        assertThat(bank(JULY)).isEqualTo(eur(100));
    }

    @Test
    void reopening_takes_two_people_and_happens_once() {
        as("anna", periods -> periods.close(JULY));
        long request = done(as("anna", periods -> periods.requestReopening(LocalDate.parse("2026-07-01"), "an invoice was forgotten")));

        assertThat(rule(as("anna", periods -> periods.approveReopening(request)))).isEqualTo("period.secondPerson");
        assertThat(bookedOn(post("meanwhile", JULY, 1))).isEqualTo(JULY.plusDays(1));
        assertThat(as("bert", periods -> periods.approveReopening(request))).isInstanceOf(PeriodOutcome.Done.class);
        assertThat(bookedOn(post("afterwards", JULY, 2))).isEqualTo(JULY);
        assertThat(rule(as("bert", periods -> periods.approveReopening(request)))).isEqualTo("period.notWaiting");
        assertThat(rule(as("bert", periods -> periods.refuseReopening(request)))).isEqualTo("period.notWaiting");
        assertThat(state().closedThrough()).contains(JUNE);
    }

    @Test
    void what_is_locked_stays_shut() {
        assertThat(rule(as("anna", periods -> periods.lock(JUNE)))).isEqualTo("period.lockOpen");
        as("anna", periods -> periods.close(JULY));
        as("anna", periods -> periods.lock(JUNE));

        assertThat(rule(as("anna", periods -> periods.requestReopening(JUNE, "please")))).isEqualTo("period.locked");
        assertThat(as("anna", periods -> periods.requestReopening(JULY, "please"))).isInstanceOf(PeriodOutcome.Done.class);
    }

    @Test
    void a_lock_made_while_a_request_waited_stands_against_its_approval() {
        as("anna", periods -> periods.close(JULY));
        long request = done(as("anna", periods -> periods.requestReopening(JUNE, "please")));
        as("anna", periods -> periods.lock(JULY));

        assertThat(rule(as("bert", periods -> periods.approveReopening(request)))).isEqualTo("period.locked");
        assertThat(state().closedThrough()).contains(JULY);
    }

    @Test
    void bad_wishes_are_refused_with_the_field_and_change_nothing() {
        LocalDate today = tenant.today(CORE.clock());
        assertThat(rule(as("anna", periods -> periods.close(today)))).isEqualTo("period.notOver");
        as("anna", periods -> periods.close(JULY));
        assertThat(rule(as("anna", periods -> periods.close(JUNE)))).isEqualTo("period.closedAlready");
        assertThat(rule(as("anna", periods -> periods.requestReopening(JULY, " ")))).isEqualTo("period.reason");
        assertThat(rule(as("anna", periods -> periods.requestReopening(JULY.plusDays(1), "why not")))).isEqualTo("period.notClosed");
        assertThat(state()).isEqualTo(new PeriodState(Optional.of(JULY), Optional.empty()));
    }

    @Test
    void nothing_slips_into_a_period_that_closes_meanwhile() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<?>> posts = IntStream.range(0, 80).<Future<?>>mapToObj(i ->
                    pool.submit(() -> post("racing-" + i, JUNE, 1))).toList();
            as("anna", periods -> periods.close(JUNE));
            Money closed = bank(JUNE);
            for (Future<?> post : posts) {
                post.get();
            }
            assertThat(bank(JUNE)).isEqualTo(closed);
            assertThat(bank(JULY)).isEqualTo(eur(80));
        }
    }

    private PeriodOutcome as(String person, Function<FiscalPeriods, PeriodOutcome> wish) {
        Actor actor = new Actor.Person(person, person, person + "@periods.example", Set.of("accountant"),
                EnumSet.of(Permission.PERIOD_CLOSE, Permission.LEDGER_READ));
        return TenantScope.call(tenant, actor, () -> wish.apply(CORE.get(FiscalPeriods.class)));
    }

    private PeriodState state() {
        return CORE.in(tenant, () -> CORE.get(FiscalPeriods.class).state());
    }

    private static long done(PeriodOutcome outcome) {
        return ((PeriodOutcome.Done) outcome).decision().id();
    }

    private static String rule(PeriodOutcome outcome) {
        Fault fault = ((PeriodOutcome.Refused) outcome).fault();
        assertThat(fault.remedy(Locale.GERMAN)).isNotBlank();
        return fault.rule();
    }

    private JournalEntryId post(String key, LocalDate day, long minor) {
        return CORE.in(tenant, () -> CORE.get(Journal.class).post(new Posting(key, new Cause("test", 1), day, "Test", List.of(
                PostingLine.debit(AccountRole.BANK, eur(minor), Dimension.none()),
                PostingLine.credit(AccountRole.REVENUE, eur(minor), Dimension.none())))));
    }

    private LocalDate bookedOn(JournalEntryId entry) {
        return CORE.in(tenant, () -> CORE.get(LedgerReports.class).entry(entry)).getFirst().bookedOn();
    }

    private Money bank(LocalDate day) {
        return CORE.in(tenant, () -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(day))).stream()
                .filter(row -> row.account().role() == AccountRole.BANK).map(TrialBalanceRow::balance).findFirst().orElse(eur(0));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
