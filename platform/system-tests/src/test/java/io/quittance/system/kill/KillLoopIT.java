package io.quittance.system.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.books.Audit;
import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of Payara, MariaDB or both at random instants under webhooks and invoicing, then the auditor: whatever
 * was acknowledged is in the books, once. Last of all tests, because it spares nothing.
 */
@Order(90)
class KillLoopIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillLoopIT.class);
    private static final int KILLS = Integer.getInteger("quittance.proof.kills", 1);
    private static final long SEED = Long.getLong("quittance.proof.seed", 42);

    @Test
    void what_was_acknowledged_is_in_the_books_once_whoever_was_killed() {
        KillLoop loop = new KillLoop("killed", SEED, true);

        Audit audit = loop.round(KILLS);

        assertThat(audit.findings()).as("after %s kills, seed %s", KILLS, SEED).noneMatch(finding -> isOf(loop.slug(), finding));
        assertThat(audit.payments()).isGreaterThanOrEqualTo(loop.captures());
        assertThat(loop.captures()).isPositive();
        assertThat(loop.throughPages()).as("paid on the gateway's page").isPositive();
        assertThat(loop.issued()).isNotEmpty();
        assertThat(loop.invoices()).as("each asked for again and again, each written once").isEqualTo(loop.issued().size());
        LOG.info("{} kills, {} captures ({} on the gateway's page) and {} invoices acknowledged, ready again after {} ms", KILLS,
                loop.captures(), loop.throughPages(), loop.issued().size(), loop.readyAfterMillis());
    }

    /** The log at hand knows the charges of one business alone. */
    static boolean isOf(String slug, Finding finding) {
        return finding.invariant() != Invariant.CHARGES_MATCH_RECEIPTS || finding.tenant().isEmpty() || finding.tenant().equals(slug);
    }
}
