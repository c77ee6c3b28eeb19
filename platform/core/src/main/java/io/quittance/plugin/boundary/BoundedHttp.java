package io.quittance.plugin.boundary;

import io.quittance.config.Configuration;
import io.quittance.config.PrivateNetworks;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.gateway.PlatformHttp;
import io.quittance.spi.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;

/**
 * The way out for plugins: no redirects, bounded time and size, only to hosts that the plugin's manifest names, and not
 * into private networks unless {@code quittance.plugins.private.networks} is {@code allow}, as on a developer's machine.
 */
@ApplicationScoped
public class BoundedHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT_MAX = Duration.ofSeconds(25);
    private static final int BODY_BYTES_MAX = 8 * 1024 * 1024;
    private static final String SETTING = "setting:";

    private Configuration configuration;

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();

    protected BoundedHttp() {
    }

    @Inject
    public BoundedHttp(Configuration configuration) {
        this.configuration = configuration;
    }

    /** A client that reaches these hosts only; {@code setting:} and a key stands for the host of that setting's address. */
    public PlatformHttp to(List<String> hosts, Settings settings) {
        return call -> {
            String refusal = refusal(call.uri(), hosts, settings);
            return refusal.isEmpty() ? send(call) : new HttpReply.NotConnected(refusal);
        };
    }

    /** Why the address is not reached; empty when it may be. */
    private String refusal(URI uri, List<String> hosts, Settings settings) {
        if (uri.getHost() == null || !List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            return "only http and https addresses are reached, not " + uri;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (hosts.stream().noneMatch(allowed -> matches(host, uri.getPort(), allowed, settings))) {
            return "the plugin's manifest does not name the host " + host;
        }
        boolean privateAllowed = PrivateNetworks.allowed(configuration);
        if (!privateAllowed && !"https".equals(uri.getScheme())) {
            return "only https leaves this platform, and " + host + " was to be reached by http";
        }
        return privateAllowed ? "" : PrivateNetworks.refusal(host);
    }

    private static boolean matches(String host, int port, String allowed, Settings settings) {
        if (allowed.startsWith(SETTING)) {
            return settings.find(allowed.substring(SETTING.length())).map(BoundedHttp::parsed)
                .filter(base -> host.equalsIgnoreCase(base.getHost()) && port == base.getPort()).isPresent();
        }
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException noAddress) {
            return URI.create("");
        }
    }

    private HttpReply send(HttpCall call) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(call.timeout().compareTo(TIMEOUT_MAX) < 0 ? call.timeout() : TIMEOUT_MAX)
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
            call.headers().forEach(request::header);
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] read = body.readNBytes(BODY_BYTES_MAX + 1);
                return read.length > BODY_BYTES_MAX
                    ? new HttpReply.NoAnswer("the answer is longer than " + BODY_BYTES_MAX + " bytes")
                    : new HttpReply.Answered(answer.statusCode(), answer.headers().map(), read);
            }
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException notThere) {
            return new HttpReply.NotConnected(call.uri().getHost() + " cannot be reached: " + notThere);
        } catch (HttpTimeoutException late) {
            return new HttpReply.NoAnswer(call.uri().getHost() + " did not answer in time");
        } catch (IOException broken) {
            return new HttpReply.NoAnswer(call.uri().getHost() + " broke off: " + broken);
        } catch (IllegalArgumentException malformed) {
            return new HttpReply.NotConnected("the plugin's request is malformed: " + malformed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new HttpReply.NoAnswer("the call was stopped before " + call.uri().getHost() + " answered");
        }
    }

    @PreDestroy
    public void close() {
        client.shutdownNow();
    }
}
