package io.quittance.system.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the kill loop over a product that is broken on purpose: a loop that stays green proves nothing. */
final class SabotageProof {

    private static final Logger LOG = LoggerFactory.getLogger(SabotageProof.class);
    private static final int MOST_KILLS = 50;
    private static final long SEED = Long.getLong("quittance.proof.seed", 42);

    private SabotageProof() {
    }

    static void turnsRed(String slug, Invariant broken) {
        KillLoop loop = new KillLoop(slug, SEED, false);
        List<Finding> findings = List.of();
        while (findings.isEmpty() && loop.kills() < MOST_KILLS) {
            findings = loop.round(1).findings().stream().filter(finding -> KillLoopIT.isOf(slug, finding)).toList();
        }
        LOG.info("{}: red after {} kills, {} findings, such as {}", slug, loop.kills(), findings.size(), findings.stream().findFirst());
        assertThat(findings).as("within %s kills", MOST_KILLS).extracting(Finding::invariant).contains(broken);
    }
}
