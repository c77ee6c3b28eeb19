package io.quittance.allocation.entity;

import static io.quittance.allocation.AllocationStrategy.COSTS_FIRST;
import static io.quittance.allocation.AllocationStrategy.EXACT_AMOUNT;
import static io.quittance.allocation.AllocationStrategy.EXACT_REFERENCE;
import static io.quittance.allocation.AllocationStrategy.INSTALMENT_FIRST;
import static io.quittance.allocation.AllocationStrategy.LARGEST;
import static io.quittance.allocation.AllocationStrategy.NAMED_CLAIMS;
import static io.quittance.allocation.AllocationStrategy.OLDEST_DUE;
import static io.quittance.allocation.AllocationStrategy.PROPORTIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationRules;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.Share;
import io.quittance.config.Json;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategiesTest {

    private static final AllocationCandidate MARCH = principal(1, 100_00, "2026-03-31");
    private static final AllocationCandidate APRIL = principal(2, 300_00, "2026-04-30");
    private static final AllocationCandidate MAY = principal(3, 200_00, "2026-05-31");

    @Test
    void an_exact_reference_is_a_whole_number_in_the_payers_text_and_never_a_part_of_one() {
        assertThat(plan(150_00, "Payment for inv-0002, thanks", List.of(EXACT_REFERENCE), MARCH, APRIL)).isEqualTo("2:15000");
        assertThat(plan(150_00, "INV-00021 or XINV-0002", List.of(EXACT_REFERENCE), MARCH, APRIL)).isEmpty();
        assertThat(plan(350_00, "INV-0002 INV-0001", List.of(EXACT_REFERENCE), MARCH, APRIL)).isEqualTo("2:30000 1:5000");
        AllocationCandidate shortOne = candidate(9, 9, ClaimKind.PRINCIPAL, 10_00, "2026-01-31", false, "42");
        assertThat(plan(10_00, "flat 42", List.of(EXACT_REFERENCE), shortOne)).isEmpty();
    }

    @Test
    void an_exact_amount_pays_the_one_invoice_or_claim_of_which_just_that_is_open_and_no_one_of_two() {
        assertThat(plan(200_00, "", List.of(EXACT_AMOUNT), MARCH, APRIL, MAY)).isEqualTo("3:20000");
        assertThat(plan(200_01, "", List.of(EXACT_AMOUNT), MARCH, APRIL, MAY)).isEmpty();
        assertThat(plan(200_00, "", List.of(EXACT_AMOUNT), MAY, principal(4, 200_00, "2026-01-31"))).isEmpty();
        AllocationCandidate fee = candidate(11, 1, ClaimKind.FEE, 40_00, "2026-04-30", false, "INV-0001");
        assertThat(plan(140_00, "", List.of(EXACT_AMOUNT), MARCH, fee)).isEqualTo("11:4000 1:10000");
        assertThat(plan(40_00, "", List.of(EXACT_AMOUNT), MARCH, fee)).isEqualTo("11:4000");
    }

    @Test
    void the_largest_invoice_comes_first_and_a_tie_goes_to_the_oldest() {
        assertThat(plan(550_00, "", List.of(LARGEST), MARCH, APRIL, MAY)).isEqualTo("2:30000 3:20000 1:5000");
        assertThat(plan(250_00, "", List.of(LARGEST), MAY, principal(4, 200_00, "2026-01-31"))).isEqualTo("4:20000 3:5000");
    }

    @Test
    void a_proportional_split_is_exact_to_the_cent_by_largest_remainder() {
        assertThat(plan(100_00, "", List.of(PROPORTIONAL), MARCH, APRIL, MAY)).isEqualTo("1:1667 2:5000 3:3333");
        assertThat(plan(1, "", List.of(PROPORTIONAL), MARCH, APRIL, MAY)).isEqualTo("2:1");
        assertThat(plan(700_00, "", List.of(PROPORTIONAL), MARCH, APRIL, MAY)).isEqualTo("1:10000 2:30000 3:20000");
    }

    @Test
    void costs_come_before_interest_and_principal_over_the_whole_account_when_that_is_the_rule() {
        AllocationCandidate fee = candidate(12, 3, ClaimKind.FEE, 40_00, "2026-06-30", false, "INV-0003");
        AllocationCandidate interest = candidate(13, 2, ClaimKind.INTEREST, 5_00, "2026-06-30", false, "INV-0002");
        assertThat(plan(50_00, "", List.of(COSTS_FIRST), MARCH, APRIL, MAY, interest, fee)).isEqualTo("12:4000 13:500 1:500");
        assertThat(plan(110_00, "", List.of(OLDEST_DUE), MARCH, APRIL, MAY, interest, fee)).isEqualTo("1:10000 13:500 2:500");
    }

    @Test
    void instalments_first_pays_the_earliest_instalment_and_oldest_due_looks_at_each_instalments_own_day() {
        AllocationCandidate june = candidate(21, 7, ClaimKind.INSTALMENT, 50_00, "2026-06-30", false, "INV-0007");
        AllocationCandidate february = candidate(22, 7, ClaimKind.INSTALMENT, 50_00, "2026-02-28", false, "INV-0007");
        assertThat(plan(120_00, "", List.of(INSTALMENT_FIRST, OLDEST_DUE), MARCH, june, february)).isEqualTo("22:5000 21:5000 1:2000");
        assertThat(plan(160_00, "", List.of(OLDEST_DUE), MARCH, june, february)).isEqualTo("22:5000 1:10000 21:1000");
    }

    @Test
    void an_order_must_begin_with_the_payers_purpose_and_name_nothing_twice() {
        assertThat(AllocationRules.check(List.of(OLDEST_DUE, NAMED_CLAIMS))).extracting("rule").containsExactly("allocation.namedFirst");
        assertThat(AllocationRules.check(List.of())).extracting("rule").containsExactly("allocation.namedFirst");
        assertThat(AllocationRules.check(List.of(NAMED_CLAIMS, LARGEST, LARGEST))).extracting("rule")
                .containsExactly("allocation.repeated");
        assertThat(AllocationRules.check(AllocationStrategy.STANDARD)).isEmpty();
    }

    @Test
    void any_order_of_strategies_hands_out_the_amount_exactly_and_again_the_same_from_what_was_stored() {
        Json json = new Json();
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            AllocationQuestion question = anything(random);
            AllocationPlan plan = AllocationPolicy.plan(question);
            Money shared = plan.shares().stream().map(Share::amount).reduce(eur(0), Money::plus);
            assertThat(shared.plus(plan.remainder())).as("round %s", round).isEqualTo(question.amount());
            assertThat(plan.remainder().isNegative()).isFalse();
            Map<ClaimId, Money> given = new HashMap<>();
            plan.shares().forEach(share -> given.merge(share.claim(), share.amount(), Money::plus));
            assertThat(question.candidates()).as("round %s", round)
                    .allMatch(candidate -> given.getOrDefault(candidate.claim(), eur(0)).compareTo(candidate.open()) <= 0);
            List<AllocationCandidate> shuffled = new ArrayList<>(question.candidates());
            Collections.shuffle(shuffled, random);
            AllocationQuestion again = new AllocationQuestion(question.version(), question.amount(), question.purpose(),
                    question.reference(), question.order(), shuffled, 0);
            String stored = json.write(question);
            assertThat(json.write(again)).isEqualTo(stored);
            assertThat(AllocationPolicy.plan(json.read(stored, AllocationQuestion.class))).isEqualTo(plan);
            assertThat(json.read(json.write(plan), AllocationPlan.class)).isEqualTo(plan);
        }
    }

    @Test
    void a_question_about_thousands_of_claims_is_kept_short_when_the_answer_stays_the_same() {
        List<AllocationCandidate> many = IntStream.rangeClosed(1, 3000).mapToObj(id -> principal(id, 10_00, "2026-03-31")).toList();
        AllocationQuestion oldest = question(25_00, "", List.of(NAMED_CLAIMS, OLDEST_DUE), many);
        AllocationQuestion kept = AllocationPolicy.kept(oldest, AllocationPolicy.plan(oldest));
        assertThat(kept.candidates()).hasSize(3);
        assertThat(kept.omitted()).isEqualTo(2997);
        assertThat(AllocationPolicy.plan(kept)).isEqualTo(AllocationPolicy.plan(oldest));
        AllocationQuestion proportional = question(25_00, "", List.of(PROPORTIONAL), many);
        AllocationPlan plan = AllocationPolicy.plan(proportional);
        assertThat(AllocationPolicy.plan(AllocationPolicy.kept(proportional, plan))).isEqualTo(plan);
    }

    private static AllocationQuestion anything(Random random) {
        List<AllocationCandidate> candidates = IntStream.range(0, random.nextInt(8)).mapToObj(i -> {
            long invoice = 1 + random.nextInt(4);
            return candidate(100 + i, invoice, ClaimKind.values()[random.nextInt(ClaimKind.values().length)], 1 + random.nextInt(200),
                    "2026-0" + (1 + random.nextInt(9)) + "-15", random.nextInt(4) == 0, "INV-000" + invoice);
        }).toList();
        List<AllocationStrategy> order = new ArrayList<>(List.of(AllocationStrategy.values()));
        Collections.shuffle(order, random);
        List<InvoiceId> purpose = IntStream.range(0, random.nextInt(3)).mapToObj(i -> new InvoiceId(1 + random.nextInt(4))).distinct()
                .toList();
        return new AllocationQuestion(AllocationPolicy.VERSION, eur(random.nextInt(600)), purpose,
                random.nextBoolean() ? "for INV-0002" : "", order.subList(0, 1 + random.nextInt(order.size())), candidates, 0);
    }

    private static String plan(long amount, String reference, List<AllocationStrategy> order, AllocationCandidate... candidates) {
        return AllocationPolicy.plan(question(amount, reference, order, List.of(candidates))).shares().stream()
                .map(share -> share.claim() + ":" + share.amount().minorUnits()).collect(Collectors.joining(" "));
    }

    private static AllocationQuestion question(long amount, String reference, List<AllocationStrategy> order,
            List<AllocationCandidate> candidates) {
        return new AllocationQuestion(AllocationPolicy.VERSION, eur(amount), List.of(), reference, order, candidates, 0);
    }

    private static AllocationCandidate principal(long id, long open, String due) {
        return candidate(id, id, ClaimKind.PRINCIPAL, open, due, false, "INV-%04d".formatted(id));
    }

    private static AllocationCandidate candidate(long claim, long invoice, ClaimKind kind, long open, String due, boolean held,
            String number) {
        return new AllocationCandidate(new ClaimId(claim), kind, new InvoiceId(invoice), number, eur(open), LocalDate.parse("2026-01-01"),
                LocalDate.parse(due), held);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
