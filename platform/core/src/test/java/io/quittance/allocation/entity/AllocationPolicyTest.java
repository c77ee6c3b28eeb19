package io.quittance.allocation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.Share;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationPolicyTest {

    private static final OpenClaim MARCH = claim(1, ClaimKind.PRINCIPAL, 100, "2026-03-31", false);
    private static final OpenClaim APRIL = claim(2, ClaimKind.PRINCIPAL, 100, "2026-04-30", false);
    private static final OpenClaim HELD = claim(3, ClaimKind.PRINCIPAL, 100, "2026-01-31", true);

    @Test
    void without_a_purpose_the_oldest_due_claim_is_paid_first_and_one_on_hold_is_passed_over() {
        assertThat(plan(150, List.of(), List.of(APRIL, HELD, MARCH), true)).isEqualTo("1:100 OLDEST_DUE, 2:50 OLDEST_DUE, rest 0");
    }

    @Test
    void the_payers_purpose_wins_even_over_a_hold() {
        assertThat(plan(150, List.of(new InvoiceId(3), new InvoiceId(2)), List.of(APRIL, HELD, MARCH), true))
                .isEqualTo("3:100 PAYERS_PURPOSE, 2:50 PAYERS_PURPOSE, rest 0");
    }

    @Test
    void what_the_named_invoices_leave_goes_further_only_when_it_may() {
        assertThat(plan(150, List.of(new InvoiceId(2)), List.of(MARCH, APRIL), true))
                .isEqualTo("2:100 PAYERS_PURPOSE, 1:50 OLDEST_DUE, rest 0");
        assertThat(plan(150, List.of(new InvoiceId(2)), List.of(MARCH, APRIL), false)).isEqualTo("2:100 PAYERS_PURPOSE, rest 50");
    }

    @Test
    void within_an_invoice_costs_come_before_interest_and_interest_before_principal() {
        OpenClaim fee = new OpenClaim(new ClaimId(11), ClaimKind.FEE, new InvoiceId(1), MARCH.number(), MARCH.customer(), eur(40), eur(40),
                MARCH.issueDate(), LocalDate.parse("2026-05-01"), false);
        OpenClaim interest = new OpenClaim(new ClaimId(12), ClaimKind.INTEREST, new InvoiceId(1), MARCH.number(), MARCH.customer(), eur(5),
                eur(5), MARCH.issueDate(), LocalDate.parse("2026-05-01"), false);
        assertThat(plan(50, List.of(), List.of(APRIL, MARCH, interest, fee), true))
                .isEqualTo("11:40 OLDEST_DUE, 12:5 OLDEST_DUE, 1:5 OLDEST_DUE, rest 0");
    }

    @Test
    void ties_go_by_issue_date_and_then_by_number() {
        OpenClaim later = new OpenClaim(new ClaimId(5), ClaimKind.PRINCIPAL, new InvoiceId(5), new InvoiceNumber("A"), MARCH.customer(),
                eur(100), eur(100), LocalDate.parse("2026-03-05"), MARCH.dueDate(), false);
        OpenClaim lower = new OpenClaim(new ClaimId(6), ClaimKind.PRINCIPAL, new InvoiceId(6), new InvoiceNumber("INV-0"), MARCH.customer(),
                eur(100), eur(100), MARCH.issueDate(), MARCH.dueDate(), false);
        assertThat(plan(250, List.of(), List.of(later, MARCH, lower), true))
                .isEqualTo("6:100 OLDEST_DUE, 1:100 OLDEST_DUE, 5:50 OLDEST_DUE, rest 0");
    }

    @Test
    void a_claim_of_another_currency_is_never_paid() {
        OpenClaim dollars = new OpenClaim(new ClaimId(7), ClaimKind.PRINCIPAL, new InvoiceId(7), new InvoiceNumber("USD-1"),
                MARCH.customer(),
                Money.ofMinor(100, "USD"), Money.ofMinor(100, "USD"), MARCH.issueDate(), MARCH.dueDate(), false);
        assertThat(plan(100, List.of(new InvoiceId(7)), List.of(dollars), true)).isEqualTo("rest 100");
    }

    @Test
    void shares_and_remainder_always_make_up_the_amount_and_no_claim_gets_more_than_is_open() {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            List<OpenClaim> claims = IntStream.range(0, random.nextInt(6)).mapToObj(i -> claim(i + 1, ClaimKind.values()[random.nextInt(4)],
                    random.nextInt(200), "2026-0" + (1 + random.nextInt(9)) + "-15", random.nextInt(4) == 0)).toList();
            List<InvoiceId> purpose = IntStream.range(0, random.nextInt(3)).mapToObj(i -> new InvoiceId(1
                    + random.nextInt(6))).distinct().toList();
            Money amount = eur(random.nextInt(500));
            AllocationPlan plan = AllocationPolicy.plan(question(amount, purpose, claims, random.nextBoolean()));
            Money shared = plan.shares().stream().map(Share::amount).reduce(eur(0), Money::plus);
            assertThat(shared.plus(plan.remainder())).isEqualTo(amount);
            assertThat(plan.remainder().isNegative()).isFalse();
            assertThat(plan.shares()).doesNotHaveDuplicates().allSatisfy(share -> {
                OpenClaim claim = claims.stream().filter(candidate -> candidate.id().equals(share.claim())).findFirst().orElseThrow();
                assertThat(share.amount().isPositive()).isTrue();
                assertThat(share.amount()).isLessThanOrEqualTo(claim.open());
                assertThat(share.reason() == AllocationReason.PAYERS_PURPOSE).isEqualTo(purpose.contains(claim.invoice()));
            });
        }
    }

    private static String plan(long amount, List<InvoiceId> purpose, List<OpenClaim> claims, boolean restToOldest) {
        AllocationPlan plan = AllocationPolicy.plan(question(eur(amount), purpose, claims, restToOldest));
        StringBuilder text = new StringBuilder();
        plan.shares().forEach(share -> text.append(share.claim()).append(':').append(share.amount().minorUnits()).append(' ')
                .append(share.reason()).append(", "));
        return text.append("rest ").append(plan.remainder().minorUnits()).toString();
    }

    private static AllocationQuestion question(Money amount, List<InvoiceId> purpose, List<OpenClaim> claims, boolean restToOldest) {
        return AllocationQuestion.of(AllocationPolicy.VERSION, amount, purpose, "",
                restToOldest ? AllocationStrategy.STANDARD : List.of(AllocationStrategy.NAMED_CLAIMS), claims);
    }

    private static OpenClaim claim(long id, ClaimKind kind, long open, String due, boolean held) {
        return new OpenClaim(new ClaimId(id), kind, new InvoiceId(id), new InvoiceNumber("INV-" + id), new CustomerId(1), eur(open),
                eur(open),
                LocalDate.parse("2026-01-01"), LocalDate.parse(due), held);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
