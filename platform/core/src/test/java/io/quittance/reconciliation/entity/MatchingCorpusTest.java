package io.quittance.reconciliation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.reconciliation.MatchProposal.Share;
import io.quittance.reconciliation.MatchVerdict;
import io.quittance.spi.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand payments, fifteen in a hundred of them spoilt, against a hundred thousand open items. */
class MatchingCorpusTest {

    private static final Logger LOG = Logger.getLogger(MatchingCorpusTest.class.getName());
    private static final Score AUTOMATIC = new Score(9_990);

    /** What a search by reference, amount and payer finds in the database: the rest of the book is only counted. */
    @Test
    void what_a_search_finds_has_the_same_verdicts_as_all_that_is_open() {
        MatchingCorpus corpus = new MatchingCorpus(3, 20_000, 2_000, 30);
        Census census = Census.of(corpus.items);
        Set<String> named = new HashSet<>();
        Set<CustomerId> paying = new HashSet<>();
        Set<Money> amounts = new HashSet<>();
        for (Movement movement : corpus.movements) {
            named.addAll(Wording.references(movement.texts()));
            paying.addAll(corpus.payers.payingFrom(movement.payerAccount()));
            paying.addAll(corpus.payers.called(movement.payerName()));
            amounts.add(movement.amount());
        }
        List<OpenItem> found = corpus.items.stream().filter(item -> paying.contains(item.customer())
                || item.names().stream().map(Wording::reference).anyMatch(named::contains)
                || amounts.contains(item.open()) && census.counts().get(item.open()) <= Hypotheses.FEW).toList();

        assertThat(found.size()).isLessThan(corpus.items.size() / 2);
        assertThat(Matcher.match(corpus.movements, found, census, corpus.payers, AUTOMATIC))
                .isEqualTo(Matcher.match(corpus.movements, corpus.items, corpus.payers, AUTOMATIC));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026})
    void what_is_booked_without_asking_is_right_and_nearly_all_there_is(long seed) {
        MatchingCorpus corpus = new MatchingCorpus(seed, 100_000, 10_000, 15);

        Map<Long, MatchVerdict> verdicts = Matcher.match(corpus.movements, corpus.items, corpus.payers, AUTOMATIC);

        int booked = 0;
        int right = 0;
        int payments = 0;
        Map<String, Integer> wrong = new TreeMap<>();
        for (Movement movement : corpus.movements) {
            Set<Long> truth = corpus.truth.get(movement.id());
            payments += truth.isEmpty() ? 0 : 1;
            if (verdicts.get(movement.id()) instanceof MatchVerdict.Automatic(var proposal)) {
                booked++;
                Set<Long> said = proposal.shares().stream().map(Share::claim).map(claim -> claim.value()).collect(Collectors.toSet());
                if (said.equals(truth)) {
                    right++;
                } else {
                    wrong.put(movement + " is " + truth, 1);
                }
            }
        }
        int automatic = booked;
        int found = right;
        int all = payments;
        LOG.info(() -> found + " of " + automatic + " booked are right; " + found + " of " + all + " payments are booked; wrong: "
                + wrong.keySet().stream().limit(5).toList());
        assertThat(right).as("right of those booked").isGreaterThanOrEqualTo((int) Math.ceil(booked * 0.999));
        assertThat(right).as("booked of all payments").isGreaterThanOrEqualTo((int) Math.ceil(payments * 0.95));
    }
}
