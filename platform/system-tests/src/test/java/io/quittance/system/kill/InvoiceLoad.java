package io.quittance.system.kill;

import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import io.quittance.system.api.Http;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clerks who write invoices and issue them, by mail, and ask again under the same key until they are told that it is done. */
final class InvoiceLoad implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceLoad.class);
    private static final int CLERKS = 2;
    private static final long PAUSE_MILLIS = 100;

    private final Business business;
    private final String customer;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean fresh = new AtomicBoolean(true);
    private final ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);

    InvoiceLoad(Business business, String customer) {
        this.business = business;
        this.customer = customer;
        for (int i = 0; i < CLERKS; i++) {
            clerks.execute(this::work);
        }
        clerks.shutdown();
    }

    /** Nothing new from now on; what was begun is brought to its end. */
    void calmDown() {
        fresh.set(false);
    }

    boolean isDone() {
        return clerks.isTerminated();
    }

    /** The invoices that were said to be issued. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    private void work() {
        while (fresh.get()) {
            Map<String, Object> line = Map.of("description", "Consulting", "quantity", "1", "unitPrice", "10.00",
                    "tax", Map.of("category", "S", "percent", "19"));
            Answer draft = insist("/invoices", Map.of("customer", customer, "currency", "EUR", "lines", List.of(line)));
            String id = draft.expect(201).at("/invoice/id");
            insist("/invoices/" + id + "/issue", Map.of("mail", true)).expect(200);
            acknowledged.add(id);
            pause();
        }
    }

    /** Asks with one key until a server that is up answers. */
    private Answer insist(String path, Object body) {
        String key = UUID.randomUUID().toString();
        while (true) {
            try {
                Answer answer = Http.trySend("POST", Business.api(path),
                        Map.of("Authorization", "Bearer " + business.token(), "Idempotency-Key", key), Http.write(body));
                if (answer.json() != null && answer.status() < 500) {
                    return answer; // a page in place of JSON comes from a server whose application is not there yet
                }
            } catch (IOException | IllegalStateException | AssertionError away) {
                LOG.debug("asked again soon: the application was killed, or Keycloak gives no token while its database is", away);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        fresh.set(false);
        clerks.shutdownNow();
    }
}
