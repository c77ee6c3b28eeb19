package io.quittance.reconciliation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.reconciliation.MatchEvidence;
import io.quittance.reconciliation.MatchEvidence.Kind;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.MatchProposal.Share;
import io.quittance.reconciliation.MatchVerdict;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final CustomerId ADA = new CustomerId(1);
    private static final CustomerId BOB = new CustomerId(2);
    private static final String ADAS_ACCOUNT = "DE89 3704 0044 0532 0130 00";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final List<OpenItem> items = new ArrayList<>();
    private final Payers payers = new Payers();
    private long lastClaim;
    private long lastMovement;

    @BeforeEach
    void whoPays() {
        payers.isCalled("Ada Müller GmbH", ADA);
        payers.isCalled("Bob's Bikes Ltd", BOB);
        payers.pays(ADAS_ACCOUNT, ADA);
    }

    @Test
    void a_whole_number_and_the_amount_are_enough() {
        open(ADA, "RE-2026-00017", "120.00");

        assertThat(automatic(paid("120.00", "Rechnung RE 2026/00017 vom 1.3.", "somebody", "")).shares())
                .containsExactly(share(1, "120.00"));
    }

    @Test
    void a_number_is_never_found_in_a_longer_one() {
        open(ADA, "RE-2026-0001", "120.00");

        assertThat(judge(paid("120.00", "RE-2026-00017", "somebody", ""))).isNotInstanceOf(MatchVerdict.Automatic.class);
        assertThat(evidence(paid("120.00", "RE-2026-00017", "somebody", ""))).doesNotContain(Kind.REFERENCE);
    }

    @Test
    void a_creditor_reference_is_read_in_groups_of_four() {
        items.add(new OpenItem(new ClaimId(++lastClaim), ADA, List.of("7", "RF18539007547034"), euro("80.00"),
                DAY.minusDays(30), DAY, false));

        assertThat(automatic(paid("80.00", "RF18 5390 0754 7034", "", "")).shares()).containsExactly(share(1, "80.00"));
    }

    @Test
    void a_silent_payer_is_known_by_the_account_and_pays_the_item_of_that_amount() {
        open(ADA, "1001", "120.00");
        open(ADA, "1002", "55.10");

        assertThat(automatic(paid("55.10", "thanks", "A. Mueller", "DE89370400440532013000")).shares()).containsExactly(share(2, "55.10"));
    }

    @Test
    void a_name_is_the_same_in_any_spelling_and_order() {
        open(ADA, "1001", "120.00");

        assertThat(automatic(paid("120.00", "", "MUELLER ADA", "")).customer()).isEqualTo(ADA);
    }

    @Test
    void of_equal_amounts_the_oldest_debt_is_paid() {
        open(ADA, "1002", "99.00");
        items.set(0, new OpenItem(items.getFirst().claim(), ADA, List.of("1002"), euro("99.00"),
                DAY.minusDays(20), DAY.plusDays(9), false));
        open(ADA, "1001", "99.00");

        assertThat(automatic(paid("99.00", "subscription", "Ada Müller", ADAS_ACCOUNT)).shares()).containsExactly(share(2, "99.00"));
    }

    @Test
    void an_amount_alone_is_only_suggested() {
        open(ADA, "1001", "120.00");

        assertThat(judge(paid("120.00", "hello", "", ""))).isInstanceOfSatisfying(MatchVerdict.Suggested.class,
                suggested -> assertThat(suggested.proposals()).singleElement().extracting(MatchProposal::customer).isEqualTo(ADA));
    }

    @Test
    void several_named_invoices_are_paid_together() {
        open(ADA, "RE-1001", "120.00");
        open(ADA, "RE-1002", "30.00");
        open(ADA, "RE-1003", "9.99");

        assertThat(automatic(paid("129.99", "RE-1001 + RE-1003", "", "")).shares())
                .containsExactlyInAnyOrder(share(1, "120.00"), share(3, "9.99"));
    }

    @Test
    void a_known_payer_pays_the_only_items_that_come_to_the_amount() {
        open(ADA, "RE-1001", "120.00");
        open(ADA, "RE-1002", "31.07");
        open(ADA, "RE-1003", "9.99");

        assertThat(judge(paid("41.06", "two invoices", "", ADAS_ACCOUNT))).extracting(MatcherTest::best)
                .extracting(MatchProposal::shares).isEqualTo(List.of(share(2, "31.07"), share(3, "9.99")));
    }

    @Test
    void a_part_payment_leaves_the_rest_open_for_the_next() {
        open(ADA, "RE-20261001", "120.00");
        Movement first = paid("100.00", "RE-20261001", "Ada Müller", ADAS_ACCOUNT);
        Movement second = paid("20.00", "RE-20261001 rest", "Ada Müller", ADAS_ACCOUNT);

        Map<Long, MatchVerdict> verdicts = match(List.of(second, first));

        assertThat(best(verdicts.get(first.id())).shares()).containsExactly(share(1, "100.00"));
        assertThat(best(verdicts.get(second.id())).shares()).containsExactly(share(1, "20.00"));
        assertThat(verdicts.values()).allMatch(verdict -> verdict instanceof MatchVerdict.Automatic);
    }

    @Test
    void too_much_is_kept_for_the_customer_who_says_what_it_is_for() {
        open(ADA, "RE-20261001", "120.00");

        MatchProposal proposal = automatic(paid("125.00", "RE-20261001", "Ada Müller", ADAS_ACCOUNT));

        assertThat(proposal.shares()).containsExactly(share(1, "120.00"));
        assertThat(proposal.rest()).isEqualTo(euro("5.00"));
    }

    @Test
    void too_much_from_a_stranger_is_only_suggested() {
        open(ADA, "RE-20261001", "120.00");

        assertThat(judge(paid("125.00", "RE-20261001", "", ""))).isInstanceOf(MatchVerdict.Suggested.class);
    }

    @Test
    void somebody_may_pay_for_somebody_else() {
        open(ADA, "RE-20261001", "120.00");

        MatchProposal proposal = automatic(paid("120.00", "RE-20261001", "Bob's Bikes", ""));

        assertThat(proposal.customer()).isEqualTo(ADA);
        assertThat(proposal.evidence()).extracting(MatchEvidence::kind).contains(Kind.OTHER_NAME);
    }

    @Test
    void a_slip_that_hits_the_number_of_somebody_else_is_not_believed() {
        open(ADA, "RE-20261012", "120.00");
        open(BOB, "RE-20261021", "77.00");

        MatchVerdict verdict = judge(paid("120.00", "RE-20261021", "Ada Müller", ADAS_ACCOUNT));

        assertThat(best(verdict).customer()).isEqualTo(ADA);
    }

    @Test
    void another_currency_pays_nothing() {
        open(ADA, "RE-20261001", "120.00");
        Movement dollars = new Movement(++lastMovement, DAY, Money.ofMinor(12_000, "USD"), List.of("RE-20261001"), "", "");

        assertThat(judge(dollars)).isInstanceOf(MatchVerdict.Unexplained.class);
    }

    @Test
    void nobody_takes_by_the_amount_what_is_paid_by_the_number() {
        open(ADA, "RE-20261001", "120.00");
        Movement silent = paid("120.00", "", "Ada Müller", ADAS_ACCOUNT);
        Movement naming = paid("120.00", "RE-20261001", "Ada Müller", ADAS_ACCOUNT);

        Map<Long, MatchVerdict> verdicts = match(List.of(silent, naming));

        assertThat(verdicts.get(naming.id())).isInstanceOf(MatchVerdict.Automatic.class);
        assertThat(verdicts.get(silent.id())).isNotInstanceOf(MatchVerdict.Automatic.class);
    }

    @Test
    void what_is_disputed_is_paid_only_by_who_names_it() {
        items.add(new OpenItem(new ClaimId(++lastClaim), ADA, List.of("RE-20261001"), euro("120.00"), DAY.minusDays(40), DAY, true));

        assertThat(judge(paid("120.00", "", "Ada Müller", ADAS_ACCOUNT))).extracting(MatcherTest::best)
                .extracting(MatchProposal::shares).isEqualTo(List.of());
        assertThat(automatic(paid("120.00", "RE-20261001", "Ada Müller", ADAS_ACCOUNT)).shares()).containsExactly(share(1, "120.00"));
    }

    @Test
    void the_verdicts_do_not_depend_on_the_order_of_anything() {
        MatchingCorpus corpus = new MatchingCorpus(5, 400, 120, 40);
        Map<Long, MatchVerdict> once = Matcher.match(corpus.movements, corpus.items, corpus.payers, new Score(9_990));
        Collections.shuffle(corpus.movements, new Random(1));
        Collections.shuffle(corpus.items, new Random(2));

        assertThat(Matcher.match(corpus.movements, corpus.items, corpus.payers, new Score(9_990))).isEqualTo(once);
    }

    @Test
    void no_item_is_paid_beyond_what_is_open() {
        MatchingCorpus corpus = new MatchingCorpus(6, 500, 300, 60);
        Map<ClaimId, Money> open = new HashMap<>();
        corpus.items.forEach(item -> open.put(item.claim(), item.open()));

        Matcher.match(corpus.movements, corpus.items, corpus.payers, new Score(9_000)).values().forEach(verdict -> {
            if (verdict instanceof MatchVerdict.Automatic(var proposal)) {
                proposal.shares().forEach(share -> open.merge(share.claim(), share.amount().negated(), Money::plus));
            }
        });

        assertThat(open.values()).noneMatch(Money::isNegative);
    }

    private void open(CustomerId customer, String number, String amount) {
        items.add(new OpenItem(new ClaimId(++lastClaim), customer, List.of(number), euro(amount),
                DAY.minusDays(40), DAY.minusDays(10), false));
    }

    private Movement paid(String amount, String text, String name, String account) {
        return new Movement(++lastMovement, DAY, euro(amount), List.of(text), name, account);
    }

    private Map<Long, MatchVerdict> match(List<Movement> movements) {
        return Matcher.match(movements, items, payers, new Score(9_990));
    }

    private MatchVerdict judge(Movement movement) {
        return match(List.of(movement)).get(movement.id());
    }

    private MatchProposal automatic(Movement movement) {
        MatchVerdict verdict = judge(movement);
        assertThat(verdict).isInstanceOf(MatchVerdict.Automatic.class);
        return best(verdict);
    }

    private List<Kind> evidence(Movement movement) {
        return best(judge(movement)).evidence().stream().map(MatchEvidence::kind).toList();
    }

    private static MatchProposal best(MatchVerdict verdict) {
        return switch (verdict) {
            case MatchVerdict.Automatic(MatchProposal proposal) -> proposal;
            case MatchVerdict.Suggested(List<MatchProposal> proposals) -> proposals.getFirst();
            case MatchVerdict.Unexplained() -> throw new AssertionError("nothing explains it");
        };
    }

    private static Share share(long claim, String amount) {
        return new Share(new ClaimId(claim), euro(amount));
    }

    private static Money euro(String amount) {
        return Money.parse(amount, Currency.getInstance("EUR"));
    }
}
