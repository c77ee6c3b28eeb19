package io.quittance.plugins.sandbox.company;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The company as a process: {@code java -cp sandbox-gateway.jar io.quittance.plugins.sandbox.company.SandboxCompany
 * --port 8090 --data folder}. Listens on the loopback interface only. Port 0 takes a free one; the log names it.
 */
public final class SandboxCompany implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxCompany.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Postman postman;
    private final Cashier cashier;
    private final Api api;
    private final Pages pages;
    private final AgreePages agreements;
    private Journal journal;

    private SandboxCompany(int port, Path data, Clock clock) throws IOException {
        // the postman and the cashier know each other: what is delivered is noted, what is noted is delivered
        this.postman = new Postman(clock, this::delivered);
        this.cashier = new Cashier(clock, reader -> {
            try {
                journal = Journal.open(data, reader);
                return journal;
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the journal in " + data + " cannot be read", unreadable);
            }
        }, postman::post);
        this.api = new Api(cashier);
        this.pages = new Pages(cashier);
        this.agreements = new AgreePages(cashier);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /** @param port 0 for any free one */
    public static SandboxCompany start(int port, Path data, Clock clock) throws IOException {
        SandboxCompany company = new SandboxCompany(port, data, clock);
        company.server.start();
        company.cashier.resume();
        return company;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void delivered(Notice notice) {
        cashier.delivered(notice);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Web web = new Web(exchange);
        String[] path = web.path();
        boolean json = path.length == 0 || !path[0].equals("pay") && !path[0].equals("agree");
        try {
            switch (path.length == 0 ? "" : path[0]) {
                case "" -> pages.index(web);
                case "health" -> web.json(200, Map.of("status", "UP"));
                case "v1" -> api.answer(web, path);
                case "pay" -> pages.checkout(web, path.length == 2 ? path[1] : "");
                case "agree" -> agreements.agree(web, path.length == 2 ? path[1] : "");
                case "merchant" -> pages.merchant(web, path.length > 1 ? path : new String[] {"merchant", ""});
                default -> throw new BadRequest(404, "no_such_place", "There is nothing here.");
            }
        } catch (BadRequest no) {
            if (json) {
                web.json(no.status(), Map.of("error", Map.of("code", no.code(), "message", no.getMessage())));
            } else {
                web.html(no.status(), new Texts("en").fill("result.html",
                    Map.of("title", "Sandbox Pay", "message", no.getMessage(), "amount", "", "reference", "", "html.back", "")));
            }
        } catch (RuntimeException defect) {
            LOG.error("could not answer {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), defect);
            web.json(500, Map.of("error", Map.of("code", "defect", "message", "The company made a mistake.")));
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        postman.close();
        journal.close();
    }

    /** @param arguments {@code --port} and {@code --data}, each with a value */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(argument(arguments, "--port"));
        Path data = Path.of(argument(arguments, "--data"));
        SandboxCompany company = start(port, data, Clock.systemUTC());
        LOG.info("Sandbox Pay listens on http://127.0.0.1:{}", company.port());
    }

    private static String argument(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        throw new IllegalArgumentException("say " + name + " and a value");
    }
}
