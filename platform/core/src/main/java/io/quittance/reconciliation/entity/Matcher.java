package io.quittance.reconciliation.entity;

import io.quittance.Score;
import io.quittance.reconciliation.MatchEvidence.Kind;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.MatchVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Explains money that came in by what is open. Pure: the same movements, items, payers and threshold have the same verdicts,
 * in whatever order they are given.
 *
 * <p>Every explanation is weighed by what speaks for and against it ({@link Decibans}); its probability is measured against
 * all other explanations and against there being none. Movements that name an item are judged before those that do not, so
 * that nobody takes by its amount what somebody else pays by its number.
 */
public final class Matcher {

    private static final int MOST_SUGGESTIONS = 3;
    private static final Score WORTH_SHOWING = new Score(500);
    /** A number of one or two figures stands in many a text. */
    private static final int TELLING_REFERENCE = 30;

    private final OpenBook book;
    private final Payers payers;
    private final Score automatic;

    private Matcher(Collection<OpenItem> open, Census census, Payers payers, Score automatic) {
        this.book = new OpenBook(open, census);
        this.payers = payers;
        this.automatic = automatic;
    }

    /** Where all items are known. */
    public static Map<Long, MatchVerdict> match(Collection<Movement> movements, Collection<OpenItem> open, Payers payers, Score automatic) {
        return match(movements, open, Census.of(open), payers, automatic);
    }

    /**
     * @param open      all that the movements could be for: what they name, what is open of who may pay, what has their amounts
     * @param census    of all items that are open
     * @param automatic the probability from which nobody is asked
     * @return the verdict of each movement by its id
     */
    public static Map<Long, MatchVerdict> match(Collection<Movement> movements, Collection<OpenItem> open, Census census, Payers payers,
            Score automatic) {
        Matcher matcher = new Matcher(open, census, payers, automatic);
        List<Movement> inOrder = movements.stream().sorted(Comparator.comparing(Movement::bookedOn).thenComparing(Movement::id)).toList();
        List<Read> naming = new ArrayList<>();
        List<Read> silent = new ArrayList<>();
        inOrder.stream().map(movement -> new Read(movement, Wording.references(movement.texts())))
                .forEach(read -> (matcher.book.named(read.references()).isEmpty() ? silent : naming).add(read));
        Map<Long, MatchVerdict> verdicts = new LinkedHashMap<>();
        naming.forEach(read -> verdicts.put(read.movement().id(), matcher.judge(read)));
        silent.forEach(read -> verdicts.put(read.movement().id(), matcher.judge(read)));
        List<Movement> left = silent.stream().map(Read::movement)
                .filter(movement -> !(verdicts.get(movement.id()) instanceof MatchVerdict.Automatic)).toList();
        Together.of(matcher.book, payers, left).forEach(group -> matcher.judge(group).ifPresent(verdicts::putAll));
        return verdicts;
    }

    /** A movement and the references that its texts hold. */
    private record Read(Movement movement, Set<String> references) {
    }

    private MatchVerdict judge(Read read) {
        List<Hypothesis> hypotheses = Hypotheses.of(book, payers, read.movement(), read.references());
        List<MatchProposal> proposals = new ArrayList<>();
        for (Hypothesis hypothesis : hypotheses.subList(0, Math.min(MOST_SUGGESTIONS, hypotheses.size()))) {
            MatchProposal proposal = hypothesis.proposal(probability(hypothesis, hypotheses));
            if (proposals.isEmpty() && isSure(hypothesis, proposal)) {
                proposal.shares().forEach(book::pay);
                return new MatchVerdict.Automatic(proposal);
            }
            if (proposal.score().reaches(WORTH_SHOWING)) {
                proposals.add(proposal);
            }
        }
        return proposals.isEmpty() ? new MatchVerdict.Unexplained() : new MatchVerdict.Suggested(proposals);
    }

    /** Transfers that are sure only together; what one of them may be else speaks against all. */
    private Optional<Map<Long, MatchVerdict>> judge(Together.Group group) {
        int rivals = group.movements().stream().flatMap(movement -> Hypotheses.of(book, payers, movement, Set.of()).stream())
                .mapToInt(Hypothesis::decibans).reduce(0, Decibans::either);
        Score score = Decibans.probability(group.decibans() - rivals);
        if (!score.reaches(automatic) || !group.isOpen(book)) {
            return Optional.empty();
        }
        Map<Long, MatchVerdict> verdicts = new LinkedHashMap<>();
        for (Movement movement : group.movements()) {
            MatchProposal proposal = group.proposal(movement, score);
            proposal.shares().forEach(book::pay);
            verdicts.put(movement.id(), new MatchVerdict.Automatic(proposal));
        }
        return Optional.of(verdicts);
    }

    private static Score probability(Hypothesis hypothesis, List<Hypothesis> all) {
        int none = 0;
        int rivals = all.stream().filter(other -> other != hypothesis).mapToInt(Hypothesis::decibans).reduce(none, Decibans::either);
        return Decibans.probability(hypothesis.decibans() - rivals);
    }

    /** An amount alone proves nothing; and money that is too much is only kept for a known payer who says for what it is. */
    private boolean isSure(Hypothesis hypothesis, MatchProposal proposal) {
        boolean namesIt = hypothesis.weightOf(Kind.REFERENCE) >= TELLING_REFERENCE;
        boolean knownPayer = hypothesis.weightOf(Kind.ACCOUNT) > 0 || hypothesis.weightOf(Kind.NAME) > 0;
        return proposal.score().reaches(automatic) && !proposal.shares().isEmpty()
                && (proposal.rest().isZero() ? namesIt || knownPayer : namesIt && knownPayer);
    }
}
