package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.invoice.RawSql;
import io.quittance.ledger.boundary.Journal;
import io.quittance.ledger.boundary.LedgerReports;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JournalIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static Tenant tenant;

    @BeforeAll
    static void makeTenant() {
        tenant = CORE.newTenant();
    }

    @Test
    void the_same_key_and_content_is_posted_once_and_other_content_is_refused() {
        JournalEntryId first = post(posting("once", 100));
        assertThat(post(posting("once", 100))).isEqualTo(first);
        assertThatExceptionOfType(PostingConflict.class).isThrownBy(() -> post(posting("once", 101)));
        assertThat(CORE.in(tenant, () -> CORE.get(LedgerReports.class).entry(first))).hasSize(2);
    }

    @Test
    void a_batch_with_repetitions_posts_each_key_once_and_answers_in_order() {
        JournalEntryId known = post(posting("batch-2", 2));
        List<JournalEntryId> ids = CORE.in(tenant, () -> CORE.get(Journal.class)
                .postAll(List.of(posting("batch-1", 1), posting("batch-2", 2), posting("batch-1", 1), posting("batch-3", 3))));
        assertThat(ids.get(0)).isEqualTo(ids.get(2));
        assertThat(ids.get(1)).isEqualTo(known);
        assertThat(new HashSet<>(ids)).hasSize(3);
    }

    @Test
    void sixteen_threads_that_post_the_same_keys_agree_on_one_entry_each() throws Exception {
        List<Posting> postings = IntStream.range(0, 20).mapToObj(i -> posting("race-" + i, i + 1)).toList();
        Set<List<JournalEntryId>> answers = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<List<JournalEntryId>>> work = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                work.add(() -> CORE.in(tenant, () -> CORE.get(Journal.class).postAll(postings)));
            }
            for (Future<List<JournalEntryId>> answer : pool.invokeAll(work)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void a_reversal_mirrors_its_entry_once() {
        JournalEntryId entry = post(posting("reversed", 70));
        JournalEntryId reversal = CORE.in(tenant, () -> CORE.get(Journal.class).reverse(entry, DAY.plusDays(1), "mistake"));
        assertThat(CORE.in(tenant, () -> CORE.get(Journal.class).reverse(entry, DAY.plusDays(2), "again"))).isEqualTo(reversal);
        assertThat(CORE.in(tenant, () -> CORE.get(LedgerReports.class).entry(reversal)))
                .extracting(line -> line.account().role() + " " + line.amount())
                .containsExactly("BANK -0.70 EUR", "REVENUE 0.70 EUR");
    }

    @Test
    void an_accounts_page_opens_and_closes_with_its_balance() {
        Tenant fresh = CORE.newTenant();
        for (int i = 1; i <= 5; i++) {
            Posting posting = posting("page-" + i, i * 100);
            CORE.in(fresh, () -> CORE.get(Journal.class).post(posting));
        }
        String bank = CORE.in(fresh, () -> CORE.get(LedgerReports.class).accounts()).stream()
                .filter(account -> account.role() == AccountRole.BANK).findFirst().orElseThrow().code();
        AccountLedger page = CORE.in(fresh, () -> CORE.get(LedgerReports.class)
                .account(bank, Currency.getInstance("EUR"), DAY, DAY, 2, 2)).orElseThrow();
        assertThat(page.opening()).isEqualTo(eur(300));
        assertThat(page.lines()).extracting(JournalLine::amount).containsExactly(eur(300), eur(400));
        assertThat(page.closing()).isEqualTo(eur(1000));
        assertThat(page.more()).isTrue();
        assertThat(CORE.in(fresh, () -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(DAY)))).hasSize(2)
                .allSatisfy(row -> assertThat(row.balance().abs()).isEqualTo(eur(1500)));
        assertThat(CORE.in(fresh, () -> CORE.get(LedgerReports.class).trialBalance(AsOf.day(DAY.minusDays(1))))).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_or_remove_what_was_booked() {
        post(posting("kept", 5));
        for (String change : List.of("UPDATE journal_entry SET description = 'x'", "DELETE FROM journal_entry",
                "UPDATE journal_line SET amount_minor = 0", "DELETE FROM journal_line", "UPDATE ledger_account SET names = '{}'",
                "DELETE FROM allocation", "UPDATE allocation SET amount_minor = 1", "DELETE FROM payment_event",
                "DELETE FROM gateway_delivery", "UPDATE gateway_payout SET net_minor = 0")) {
            assertThatThrownBy(() -> CORE.in(tenant, () -> CORE.get(RawSql.class).execute(change)))
                    .as(change).hasStackTraceContaining("denied");
        }
    }

    private static JournalEntryId post(Posting posting) {
        return CORE.in(tenant, () -> CORE.get(Journal.class).post(posting));
    }

    private static Posting posting(String key, long minor) {
        return new Posting(key, new Cause("test", 1), DAY, "Test", List.of(
                PostingLine.debit(AccountRole.BANK, eur(minor), Dimension.none()),
                PostingLine.credit(AccountRole.REVENUE, eur(minor), Dimension.none())));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
