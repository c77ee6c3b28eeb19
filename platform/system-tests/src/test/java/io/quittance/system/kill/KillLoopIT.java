package io.quittance.system.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.books.Audit;
import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import io.quittance.launcher.Stack;
import io.quittance.launcher.process.Server;
import io.quittance.system.api.Business;
import io.quittance.system.stack.SharedStack;
import io.quittance.system.stack.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of Payara, MariaDB or both at random instants under webhook load, then the auditor: whatever was
 * acknowledged is in the books, once. Last of all tests, because it spares nothing.
 */
@Tag("deep")
@Order(90)
class KillLoopIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillLoopIT.class);
    private static final int CYCLES = Integer.getInteger("quittance.proof.kills", 3);
    private static final long SEED = Long.getLong("quittance.proof.seed", 42);
    private static final String SECRET = "kill-loop-secret";
    private static final String BUSINESS = "killed";

    private final Stack stack = SharedStack.get();
    private final Random chance = new Random(SEED);
    private final List<Long> readyAfterMillis = new ArrayList<>();

    @Test
    void what_was_acknowledged_is_in_the_books_once_whoever_was_killed() throws InterruptedException {
        String hook = stack.baseUrl() + Business.named(BUSINESS).enableSandbox(SECRET);
        try (WebhookLoad load = new WebhookLoad(hook, SECRET)) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                Thread.sleep(1_000 + chance.nextInt(2_000));
                killAndStartAgain(Victim.values()[cycle % Victim.values().length]);
            }
            load.calmDown();
            Wait.until("every delivery is acknowledged", () -> Optional.of(load.isDelivered()).filter(Boolean::booleanValue));
            Wait.until("the inbox is worked off", () -> Optional.of(Books.audit()).filter(audit -> audit.waiting() == 0));

            Audit audit = Books.against(Business.GATEWAY, load.acknowledged());

            assertThat(audit.findings()).as("after %s kills, seed %s", CYCLES, SEED).noneMatch(KillLoopIT::isOurs);
            assertThat(audit.payments()).isGreaterThanOrEqualTo(load.sent());
            LOG.info("{} kills, {} deliveries acknowledged, ready again after {} ms", CYCLES, load.sent(), readyAfterMillis);
        }
    }

    /** The log at hand knows the charges of this business alone. */
    private static boolean isOurs(Finding finding) {
        return finding.invariant() != Invariant.CHARGES_MATCH_RECEIPTS || finding.tenant().isEmpty() || finding.tenant().equals(BUSINESS);
    }

    private void killAndStartAgain(Victim victim) {
        List<Server> dying = victim.of(stack);
        dying.forEach(Server::kill);
        long dead = System.nanoTime();
        dying.forEach(Server::start);
        readyAfterMillis.add(Duration.ofNanos(System.nanoTime() - dead).toMillis());
    }

    /** Who dies, in the order in which they have to come back. */
    private enum Victim {
        PAYARA, BOTH, MARIADB;

        List<Server> of(Stack stack) {
            return switch (this) {
                case PAYARA -> List.of(stack.payara());
                case MARIADB -> List.of(stack.database());
                case BOTH -> List.of(stack.database(), stack.payara());
            };
        }
    }
}
