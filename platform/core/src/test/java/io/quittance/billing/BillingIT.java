package io.quittance.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.Page;
import io.quittance.billing.boundary.BillingRuns;
import io.quittance.billing.boundary.BillingWork;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.RawSql;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.notification.boundary.Outbox;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.BooksOf;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private Tenant tenant;
    private Customer customer;

    @BeforeEach
    void makeTenant() {
        tenant = CORE.newTenant();
        customer = CORE.in(tenant, () -> SAMPLES.customer("Bulk Buyer AG"));
    }

    @Test
    void a_run_issues_every_draft_once_as_if_each_had_been_issued_by_hand() {
        drafts(7);
        assertThat(CORE.in(tenant, () -> CORE.get(BillingRuns.class).preview(BillingSelection.ALL)))
                .containsExactly(new BillingPreview(7, Money.ofMinor(83_300, "EUR")));
        BillingRun run = start("once");
        assertThat(run.total()).isEqualTo(7);
        assertThat(start("once")).isEqualTo(run);
        CORE.answerBells();
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued, BillingRun::failed, BillingRun::percent)
                .containsExactly(BillingState.DONE, 7, 0, 100);
        List<InvoiceRow> issued = issued();
        assertThat(numbers(issued)).containsExactlyElementsOf(expected(7));
        assertThat(CORE.in(tenant, () -> CORE.get(Outbox.class).about(issued.getFirst().id().value()))).hasSize(1);
        assertThat(CORE.in(tenant, () -> CORE.get(InvoiceList.class).timeline(issued.getFirst().id())))
                .extracting(entry -> entry.kind()).contains("drafted", "issued");
        assertThat(BooksOf.findings(tenant)).isEmpty();
        assertThat(CORE.in(tenant, () -> CORE.get(BillingRuns.class).start(BillingSelection.ALL, false, "again")))
                .isEqualTo(new BillingOutcome.NothingToIssue());
    }

    @Test
    void a_run_killed_between_and_inside_groups_goes_on_without_a_gap_or_a_double() {
        drafts(35);
        BillingRun run = start("killed");
        group(10);
        assertThatThrownBy(() -> CORE.run(tenant, () -> CORE.get(Crash.class).inside(10))).hasMessage("injected fault");
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued).containsExactly(BillingState.RUNNING, 10);
        assertThat(issued()).hasSize(10);
        group(10);
        assertThatThrownBy(() -> CORE.run(tenant, () -> CORE.get(Crash.class).inside(15))).hasMessage("injected fault");
        // somebody issues by hand while the run is down: takes the next number, and is skipped later
        CORE.in(tenant, () -> SAMPLES.issued(customer, "3.00"));
        CORE.answerBells();
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued, BillingRun::failed, BillingRun::skipped)
                .containsExactly(BillingState.DONE, 35, 0, 0);
        assertThat(numbers(issued())).containsExactlyElementsOf(expected(36));
        assertThat(BooksOf.findings(tenant)).isEmpty();
    }

    @Test
    void workers_on_several_nodes_take_turns() {
        drafts(40);
        BillingRun run = start("nodes");
        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(this::groups)).toList();
        assertThat(nodes.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(40);
        assertThat(find(run).issued()).isEqualTo(40);
        assertThat(numbers(issued())).containsExactlyElementsOf(expected(40));
    }

    @Test
    void what_is_refused_or_broken_leaves_the_others_alone_and_can_be_tried_again() {
        drafts(3);
        Customer mute = CORE.in(tenant, () -> SAMPLES.customer(withoutMail()));
        InvoiceId unsent = CORE.in(tenant, () -> SAMPLES.draft(mute, "10.00"));
        InvoiceId broken = CORE.in(tenant, () -> SAMPLES.draft(customer, "20.00"));
        String content = "{\"customer\"";
        CORE.in(tenant, () -> CORE.get(RawSql.class).execute("UPDATE invoice_draft SET content = '" + content + "' WHERE invoice_id = "
                + broken));
        BillingRun run = start("poison");
        CORE.answerBells();
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued, BillingRun::failed)
                .containsExactly(BillingState.DONE, 3, 2);
        List<BillingMember> failed = CORE.in(tenant, () -> CORE.get(BillingRuns.class).members(run.id(), MemberState.FAILED, 0, 10)).rows();
        assertThat(failed).extracting(BillingMember::invoice).containsExactly(unsent, broken);
        assertThat(failed.getFirst().note()).contains("customer.emails");
        assertThat(numbers(issued())).containsExactlyElementsOf(expected(3));
        CORE.in(tenant, () -> CORE.get(Customers.class).change(mute.id(), Samples.details("Now with mail")));
        CORE.in(tenant, () -> CORE.get(BillingRuns.class).retry(run.id()));
        CORE.answerBells();
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued, BillingRun::failed)
                .containsExactly(BillingState.DONE, 4, 1);
    }

    @Test
    void a_stopped_run_issues_nothing_until_it_is_told_to_go_on() {
        drafts(4);
        BillingRun run = start("stop");
        group(1);
        CORE.in(tenant, () -> CORE.get(BillingRuns.class).stop(run.id()));
        CORE.answerBells();
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued).containsExactly(BillingState.STOPPED, 1);
        CORE.in(tenant, () -> CORE.get(BillingRuns.class).retry(run.id()));
        CORE.answerBells();
        assertThat(find(run)).extracting(BillingRun::state, BillingRun::issued).containsExactly(BillingState.DONE, 4);
    }

    private int groups() {
        int done = 0;
        int more;
        do {
            more = group(6);
            done += more;
        } while (more > 0);
        return done;
    }

    private int group(int most) {
        return CORE.in(tenant, () -> CORE.get(BillingWork.class).group(most));
    }

    private void drafts(int count) {
        IntStream.range(0, count).forEach(i -> CORE.in(tenant, () -> SAMPLES.draft(customer, "100.00")));
    }

    private BillingRun start(String key) {
        return switch (CORE.in(tenant, () -> CORE.get(BillingRuns.class).start(BillingSelection.ALL, true, key))) {
            case BillingOutcome.Accepted(BillingRun run) -> run;
            case BillingOutcome refused -> throw new AssertionError(refused);
        };
    }

    private BillingRun find(BillingRun run) {
        return CORE.in(tenant, () -> CORE.get(BillingRuns.class).find(run.id())).orElseThrow();
    }

    private List<InvoiceRow> issued() {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).page(InvoiceFilter.ALL, Page.Request.first(100, InvoiceSort.NUMBER, true)))
                .rows().stream().filter(row -> row.status() != InvoiceStatus.DRAFT).toList();
    }

    private static List<String> numbers(List<InvoiceRow> rows) {
        return rows.stream().map(row -> row.number().orElseThrow().text().replaceFirst("^.*-", "")).toList();
    }

    private static List<String> expected(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> String.format("%05d", number)).toList();
    }

    private static CustomerDetails withoutMail() {
        CustomerDetails base = Samples.details("Mute Ltd");
        return new CustomerDetails(base.name(), base.kind(), "", List.of(), base.language(), base.zone(), 30, Optional.empty(), "", "",
                base.address());
    }
}
