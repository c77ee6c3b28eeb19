package io.quittance.system.kill;

import io.quittance.books.Audit;
import io.quittance.launcher.Stack;
import io.quittance.launcher.process.Server;
import io.quittance.system.api.Business;
import io.quittance.system.stack.SharedStack;
import io.quittance.system.stack.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One business under load, and {@code kill -9} of what serves it, at random instants. */
final class KillLoop {

    private static final String SECRET = "kill-loop-secret";
    /** A callback that has not come for two minutes is asked after; four minutes later when the payer was not through then. */
    private static final Duration UNTIL_LOST_ONES_ARE_ASKED_AFTER = Duration.ofMinutes(7);

    private final Stack stack = SharedStack.get();
    private final Business business;
    private final String customer;
    private final String hook;
    private final Random chance;
    private final Map<String, Long> captures = new HashMap<>();
    private final Map<String, Long> throughPages = new HashMap<>();
    private final Set<String> issued = new HashSet<>();
    private final List<Long> readyAfterMillis = new ArrayList<>();
    private final boolean payers;
    private int kills;

    /** @param payers whether payers pay through the gateway with all its trouble; what got lost is asked after for minutes */
    KillLoop(String slug, long seed, boolean payers) {
        this.payers = payers;
        business = Business.named(slug);
        hook = stack.baseUrl() + business.enableSandbox(SECRET);
        customer = business.customer("Killed GmbH", "killed@" + slug + ".example");
        chance = new Random(seed);
    }

    /** Loads and kills that many times, lets everything come to rest, and audits; the log of acknowledgements grows over rounds. */
    Audit round(int wanted) {
        try (WebhookLoad webhooks = new WebhookLoad(hook, SECRET); InvoiceLoad invoices = new InvoiceLoad(business, customer);
                PayerLoad paying = new PayerLoad(business, payers ? invoices::unpaid : Optional::empty)) {
            for (int i = 0; i < wanted; i++) {
                pause(1_000 + chance.nextInt(4_000));
                killAndStartAgain(Victim.values()[kills++ % Victim.values().length]);
            }
            webhooks.calmDown();
            paying.calmDown();
            invoices.calmDown();
            Wait.until("everything is acknowledged",
                    () -> Optional.of(webhooks.isDelivered() && invoices.isDone() && paying.isDone()).filter(Boolean::booleanValue));
            captures.putAll(webhooks.acknowledged());
            issued.addAll(invoices.acknowledged());
            throughPages.putAll(paying.captured());
            captures.putAll(throughPages);
        }
        Wait.until("the inbox is worked off", () -> Optional.of(Books.waiting()).filter(waiting -> waiting == 0));
        Wait.until("no attempt is in doubt, and none open that was paid", UNTIL_LOST_ONES_ARE_ASKED_AFTER,
                () -> Optional.of(Books.unsettledAttempts(throughPages.keySet())).filter(open -> open == 0));
        return Books.against(Business.GATEWAY, captures);
    }

    /** What gateways were told is kept. */
    int captures() {
        return captures.size();
    }

    /** Of these, what was paid on the gateway's page. */
    int throughPages() {
        return throughPages.size();
    }

    /** Invoices that were acknowledged as issued. */
    Set<String> issued() {
        return issued;
    }

    /** How many invoices of the business the product says there are. */
    long invoices() {
        return Wait.until("the number of invoices", () -> {
            try {
                return Optional.of(Long.parseLong(business.get("/invoices?limit=1").expect(200).at("/total")));
            } catch (IllegalStateException | AssertionError away) {
                return Optional.empty(); // Keycloak has yet to find out that its connections are dead
            }
        });
    }

    int kills() {
        return kills;
    }

    String slug() {
        return business.slug();
    }

    /** From the kill to the first good answer. */
    List<Long> readyAfterMillis() {
        return readyAfterMillis;
    }

    private void killAndStartAgain(Victim victim) {
        List<Server> dying = victim.of(stack);
        dying.forEach(Server::kill);
        long dead = System.nanoTime();
        dying.forEach(Server::start);
        readyAfterMillis.add(Duration.ofNanos(System.nanoTime() - dead).toMillis());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Who dies, in the order in which they have to come back. */
    private enum Victim {
        BOTH, PAYARA, MARIADB;

        List<Server> of(Stack stack) {
            return switch (this) {
                case PAYARA -> List.of(stack.payara());
                case MARIADB -> List.of(stack.database());
                case BOTH -> List.of(stack.database(), stack.payara());
            };
        }
    }
}
