package io.quittance.plugins.sandbox;

import com.sun.net.httpserver.HttpServer;
import io.quittance.spi.gateway.WebhookDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the company's webhooks arrive; says no for as long as a test wants. */
final class WebhookCatcher implements AutoCloseable {

    private final HttpServer server;
    private final List<WebhookDelivery> caught = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);

    WebhookCatcher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            caught.add(new WebhookDelivery(exchange.getRequestBody().readAllBytes(), exchange.getRequestHeaders()));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/1");
    }

    void answerWith(int code) {
        status.set(code);
    }

    List<WebhookDelivery> caught() {
        return List.copyOf(caught);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
