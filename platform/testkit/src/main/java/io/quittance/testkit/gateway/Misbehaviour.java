package io.quittance.testkit.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A company's server that answers every request in one way, most of them bad. */
public final class Misbehaviour implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final URI address;
    private final Runnable stop;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();

    /** One way to answer. */
    @FunctionalInterface
    private interface Way {
        void answer(HttpExchange exchange) throws IOException;
    }

    private Misbehaviour(Way way) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException("no free port on this machine", noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            way.answer(exchange);
            exchange.close();
        });
        server.start();
        this.address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        this.stop = () -> server.stop(0);
    }

    /** Resets every connection once something has arrived on it. */
    private Misbehaviour(ServerSocket socket) {
        this.address = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        this.stop = () -> {
            try {
                socket.close();
            } catch (IOException notOurs) {
                throw new UncheckedIOException(notOurs);
            }
        };
        threads.execute(() -> {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    connection.getInputStream().read();
                    requests.incrementAndGet();
                    connection.setSoLinger(true, 0);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /** Answers with this. */
    public static Misbehaviour answering(int status, String body) {
        return new Misbehaviour(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** Takes the request and says nothing for longer than anybody waits here. */
    public static Misbehaviour silent() {
        return new Misbehaviour(exchange -> LockSupport.parkNanos(SILENCE.toNanos()));
    }

    /** Takes the request and hangs up. */
    public static Misbehaviour hangingUp() {
        return new Misbehaviour(exchange -> { });
    }

    /** Takes the request and resets the connection. */
    public static Misbehaviour resetting() {
        try {
            return new Misbehaviour(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException noPort) {
            throw new IllegalStateException("no free port on this machine", noPort);
        }
    }

    /** Promises a longer answer than it gives. */
    public static Misbehaviour breakingOff() {
        return new Misbehaviour(exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });
    }

    public URI address() {
        return address;
    }

    /** How many requests it has seen. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        stop.run();
        threads.shutdownNow();
    }
}
