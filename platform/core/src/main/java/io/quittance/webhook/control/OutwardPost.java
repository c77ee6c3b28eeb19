package io.quittance.webhook.control;

import io.quittance.TimeLimit;
import io.quittance.config.Configuration;
import io.quittance.config.PrivateNetworks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to an address that strangers named. The name is resolved once, every address of it must be public, and the connection
 * goes to the very address that was looked at, by TLS with the name checked against the certificate. Redirects are not
 * followed; all of it takes at most {@link #TIMEOUT}, and of the answer only a beginning is read. Where
 * {@code quittance.webhooks.private.networks} is {@code allow}, as on a developer's machine, http and any address will do.
 */
@ApplicationScoped
public class OutwardPost {

    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private Configuration configuration;

    protected OutwardPost() {
    }

    @Inject
    public OutwardPost(Configuration configuration) {
        this.configuration = configuration;
    }

    boolean mayBePrivate() {
        return configuration.orDefault("quittance.webhooks.private.networks", "refuse").equals("allow");
    }

    /** Sends once. @param headers without those of HTTP itself */
    public PostReply post(URI url, Map<String, String> headers, byte[] body) {
        boolean plainAllowed = mayBePrivate();
        boolean tls = "https".equals(url.getScheme());
        if (url.getHost() == null || !tls && !(plainAllowed && "http".equals(url.getScheme()))) {
            return new PostReply.Unanswered("only https addresses are told");
        }
        InetAddress address;
        try {
            InetAddress[] all = InetAddress.getAllByName(url.getHost());
            if (!plainAllowed && Arrays.stream(all).anyMatch(PrivateNetworks::contain)) {
                return new PostReply.Unanswered(url.getHost() + " lies in a private network");
            }
            address = all[0];
        } catch (UnknownHostException unknown) {
            return new PostReply.Unanswered("there is no host " + url.getHost());
        }
        int port = url.getPort() >= 0 ? url.getPort() : tls ? HTTPS : HTTP;
        return bounded(url, new InetSocketAddress(address, port), request(url, headers, body));
    }

    private static PostReply bounded(URI url, InetSocketAddress target, byte[] request) {
        Socket socket = new Socket(Proxy.NO_PROXY);
        TimeLimit limit = TimeLimit.on(socket, TIMEOUT);
        try (socket) {
            socket.connect(target, (int) TIMEOUT.toMillis());
            return exchange(url, "https".equals(url.getScheme()) ? secured(socket, url.getHost(), target.getPort()) : socket, request);
        } catch (SSLException untrusted) {
            return unanswered(limit, url.getHost() + " cannot be trusted: " + untrusted.getMessage());
        } catch (IOException broken) {
            return unanswered(limit, url.getHost() + " cannot be reached: " + broken.getMessage());
        } finally {
            limit.lift();
        }
    }

    private static PostReply unanswered(TimeLimit limit, String reason) {
        return new PostReply.Unanswered(limit.isExceeded() ? "no answer within " + TIMEOUT.toSeconds() + " s" : reason);
    }

    private static Socket secured(Socket connected, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(connected, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static PostReply exchange(URI url, Socket line, byte[] request) throws IOException {
        OutputStream out = line.getOutputStream();
        out.write(request);
        out.flush();
        InputStream in = line.getInputStream();
        return new ReplyReader(in, url.getHost()).read();
    }

    private static byte[] request(URI url, Map<String, String> headers, byte[] body) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST ").append(path);
        if (url.getRawQuery() != null) {
            head.append('?').append(url.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(url.getHost());
        if (url.getPort() >= 0) {
            head.append(':').append(url.getPort());
        }
        head.append("\r\nUser-Agent: Quittance-Webhooks/1\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(body.length).append("\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }
}
