package io.quittance.system.kill;

import io.quittance.system.api.Answer;
import io.quittance.system.api.Business;
import io.quittance.system.api.SandboxMerchant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Payers who pay invoices on the gateway's page, with all the trouble that a gateway can make, one kind after the other. */
final class PayerLoad implements AutoCloseable {

    /** As the gateway's company calls it. */
    private static final List<String> TROUBLES = List.of("lost", "timeout", "duplicated", "out-of-order", "delayed", "approved");
    private static final int PAYERS = 3;
    private static final int LATE_SECONDS = 3;
    private static final int OPENED = 201;

    private final StubbornClient asking;
    private final SandboxMerchant company;
    private final Supplier<Optional<String>> invoices;
    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicBoolean fresh = new AtomicBoolean(true);
    private final ExecutorService payers = Executors.newFixedThreadPool(PAYERS);

    /** @param invoices the next one to be paid, if there is one */
    PayerLoad(Business business, Supplier<Optional<String>> invoices) {
        asking = new StubbornClient(business);
        company = new SandboxMerchant(business);
        company.beLate(LATE_SECONDS);
        this.invoices = invoices;
        for (int i = 0; i < PAYERS; i++) {
            payers.execute(this::work);
        }
        payers.shutdown();
    }

    /** Nobody begins to pay from now on; who has begun pays. */
    void calmDown() {
        fresh.set(false);
    }

    boolean isDone() {
        return payers.isTerminated();
    }

    /** What was paid, by the gateway's name for it, in minor units, as its company says: our own answers may have got lost. */
    Map<String, Long> captured() {
        return company.captured();
    }

    private void work() {
        while (fresh.get()) {
            Optional<String> invoice = invoices.get();
            if (invoice.isPresent()) {
                Answer checkout = asking.post("/invoices/" + invoice.get() + "/checkouts", Map.of("gateway", Business.GATEWAY));
                if (checkout.status() == OPENED) { // or the attempt is in doubt, and nothing else may begin
                    company.pay(checkout.at("/page"), TROUBLES.get(paid.getAndIncrement() % TROUBLES.size()));
                }
            }
            StubbornClient.pause();
        }
    }

    @Override
    public void close() {
        fresh.set(false);
        payers.shutdownNow();
    }
}
