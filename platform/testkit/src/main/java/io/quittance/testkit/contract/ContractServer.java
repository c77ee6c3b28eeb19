package io.quittance.testkit.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a company by its document. Each request is held against it; one that is wrong is remembered and refused, so that the
 * client under test cannot get away with it. Right ones go to the test's own company, unless trouble was ordered.
 */
public final class ContractServer implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final List<ApiDocument> documents;
    private final Company company;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<Ordered> troubles = new ArrayList<>();

    /** What the company does with right requests. */
    @FunctionalInterface
    public interface Company {
        Answer answer(ApiRequest request);
    }

    /** @param headers more than the content type, which is JSON */
    public record Answer(int status, Map<String, String> headers, String body) {
        public Answer {
            headers = Map.copyOf(headers);
        }

        public static Answer ok(String json) {
            return new Answer(200, Map.of(), json);
        }
    }

    private record Ordered(String method, String path, Trouble trouble) {
        boolean fits(ApiRequest request) {
            return request.method().equals(method) && request.path().matches(path);
        }
    }

    public ContractServer(ApiDocument document, Company company) {
        this(List.of(document), company);
    }

    /** @param documents each describes a part of what the company offers */
    public ContractServer(List<ApiDocument> documents, Company company) {
        this.documents = List.copyOf(documents);
        this.company = company;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException("no free port on this machine", noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Everything that came, oldest first. */
    public List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    /** Everything that was wrong with what came; a test that ends with any is red. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Makes trouble for the next request of this kind. @param path regular expression */
    public synchronized void order(String method, String path, Trouble trouble) {
        troubles.add(new Ordered(method, path, trouble));
    }

    private synchronized Optional<Trouble> troubleFor(ApiRequest request) {
        Optional<Ordered> found = troubles.stream().filter(ordered -> ordered.fits(request)).findFirst();
        found.ifPresent(troubles::remove);
        return found.map(Ordered::trouble);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            ApiRequest request = new ApiRequest(exchange.getRequestMethod(), uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""), exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            List<String> wrong = ApiDocument.responsible(documents, request).faults(request);
            if (!wrong.isEmpty()) {
                wrong.forEach(fault -> faults.add(request.method() + " " + request.path() + ": " + fault));
                send(exchange, new Answer(400, Map.of(), "{}"));
                return;
            }
            Optional<Trouble> trouble = troubleFor(request);
            if (trouble.isPresent()) {
                misbehave(exchange, request, trouble.get());
            } else {
                send(exchange, company.answer(request));
            }
        }
    }

    private void misbehave(HttpExchange exchange, ApiRequest request, Trouble trouble) throws IOException {
        switch (trouble) {
            case Trouble.Says says -> send(exchange, new Answer(says.status(), says.headers(), says.body()));
            case Trouble.Silent _ -> LockSupport.parkNanos(SILENCE.toNanos());
            case Trouble.SilentAfterwards _ -> {
                company.answer(request);
                LockSupport.parkNanos(SILENCE.toNanos());
            }
            case Trouble.HangsUp _ -> company.answer(request);
            case Trouble.BreaksOff _ -> {
                byte[] body = company.answer(request).body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
