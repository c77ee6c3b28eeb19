package io.quittance.system.kill;

import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Clerks who write invoices and issue them, by mail, and ask again under the same key until they are told that it is done. */
final class InvoiceLoad implements AutoCloseable {

    private static final int CLERKS = 2;

    private final StubbornClient asking;
    private final String customer;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> unpaid = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean fresh = new AtomicBoolean(true);
    private final ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);

    InvoiceLoad(Business business, String customer) {
        asking = new StubbornClient(business);
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

    /** An issued invoice that nobody has begun to pay; given to one caller. */
    Optional<String> unpaid() {
        return Optional.ofNullable(unpaid.poll());
    }

    private void work() {
        while (fresh.get()) {
            Map<String, Object> line = Map.of("description", "Consulting", "quantity", "1", "unitPrice", "10.00",
                    "tax", Map.of("category", "S", "percent", "19"));
            Answer draft = asking.post("/invoices", Map.of("customer", customer, "currency", "EUR", "lines", List.of(line)));
            String id = draft.expect(201).at("/invoice/id");
            asking.post("/invoices/" + id + "/issue", Map.of("mail", true)).expect(200);
            acknowledged.add(id);
            unpaid.add(id);
            StubbornClient.pause();
        }
    }

    @Override
    public void close() {
        fresh.set(false);
        clerks.shutdownNow();
    }
}
