package io.quittance.launcher.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The mailbox over HTTP. For people: {@code /} and {@code /messages/ID}. For tests: {@code GET /api/messages?to=ADDRESS} (JSON,
 * newest first) and {@code DELETE /api/messages}.
 */
final class MailboxPages implements AutoCloseable {
    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final MailFolder mails;

    private MailboxPages(HttpServer server, MailFolder mails) {
        this.server = server;
        this.mails = mails;
    }

    static MailboxPages serve(int port, MailFolder mails) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        MailboxPages pages = new MailboxPages(server, mails);
        server.createContext("/", pages::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return pages;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String[] steps = path.substring(1).split("/");
            switch (steps[0]) {
                case "" -> send(exchange, 200, HTML, MailboxHtml.list(mails.all()));
                case "messages" -> message(exchange, steps);
                case "api" -> api(exchange, path);
                default -> send(exchange, 404, "text/plain", "nothing here");
            }
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        if (!path.equals("/api/messages")) {
            send(exchange, 404, "text/plain", "only /api/messages");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            mails.clear();
            exchange.sendResponseHeaders(204, -1);
        } else {
            String query = exchange.getRequestURI().getRawQuery();
            boolean some = query != null && query.startsWith("to=");
            List<Mail> found = some ? mails.to(URLDecoder.decode(query.substring(3), StandardCharsets.UTF_8)) : mails.all();
            send(exchange, 200, "application/json", MailboxJson.of(found));
        }
    }

    private void message(HttpExchange exchange, String[] steps) throws IOException {
        Mail mail = steps.length < 2 ? null : mails.byId(steps[1]).orElse(null);
        if (mail == null) {
            send(exchange, 404, "text/plain", "no such mail");
            return;
        }
        String view = steps.length > 2 ? steps[2] : "";
        switch (view) {
            case "" -> send(exchange, 200, HTML, MailboxHtml.one(mail));
            case "html" -> {
                // a mail is a stranger's page: no scripts, no forms, links open outside of its frame
                exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-popups allow-popups-to-escape-sandbox");
                send(exchange, 200, HTML, "<base target=\"_blank\">" + mail.html());
            }
            case "raw" -> send(exchange, "message/rfc822", mail.raw());
            case "attachments" -> attachment(exchange, mail, steps.length > 3 ? steps[3] : "");
            default -> send(exchange, 404, "text/plain", "no such view");
        }
    }

    private static void attachment(HttpExchange exchange, Mail mail, String number) throws IOException {
        if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) >= mail.attachments().size()) {
            send(exchange, 404, "text/plain", "no such attachment");
            return;
        }
        Mail.Attachment attachment = mail.attachments().get(Integer.parseInt(number));
        String name = attachment.name().replaceAll("[^A-Za-z0-9._-]", "_");
        exchange.getResponseHeaders().set("Content-Disposition", "inline; filename=\"" + name + "\"");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        send(exchange, attachment.type(), attachment.content());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
