package io.quittance.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Somebody else's system, on this machine: takes webhooks, and answers as it is told. */
final class Receiver implements AutoCloseable {

    private static final String PRIVATE = "quittance.webhooks.private.networks";

    /** What came in. */
    record Taken(String id, String timestamp, String signature, String body) {
    }

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile String retryAfter = "";

    private final HttpServer server;

    Receiver() {
        System.setProperty(PRIVATE, "allow");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        taken.add(new Taken(exchange.getRequestHeaders().getFirst("webhook-id"), exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"), body));
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        byte[] said = "thanks".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks";
    }

    /** The types of what came in, in the order of their events. */
    List<String> types() {
        return taken.stream().sorted((one, other) -> one.id().compareTo(other.id()))
                .map(event -> event.body().replaceAll(".*\"type\":\"([a-z_.]+)\".*", "$1")).toList();
    }

    /** Deliveries go out on threads of their own. */
    static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come true within a minute");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        System.clearProperty(PRIVATE);
    }
}
