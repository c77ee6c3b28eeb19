package io.quittance.testkit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.plugin.boundary.BoundedHttp;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PlatformHttp;
import io.quittance.spi.gateway.SavedMethods.Agreement;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import io.quittance.testkit.contract.ApiDocument;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.Breaks;
import io.quittance.testkit.contract.ContractServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A company that holds a gateway against its documents, and all that is needed to talk to it through the platform's own client. */
public final class GatewayWorld implements AutoCloseable {

    /** When all of this happens, unless a test says otherwise. */
    public static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    private final List<ApiDocument> documents;
    private final ContractServer server;
    private final Function<URI, Map<String, String>> settings;
    private final BoundedHttp http = new BoundedHttp(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return Optional.of("allow");
        }
    });

    /**
     * Opens it.
     *
     * @param settings those of a tenant, for a company at this address; {@code api-base} names it
     */
    public GatewayWorld(List<ApiDocument> documents, ContractServer.Company company, Function<URI, Map<String, String>> settings) {
        this.documents = List.copyOf(documents);
        this.server = new ContractServer(documents, company);
        this.settings = settings;
    }

    public ContractServer server() {
        return server;
    }

    /** A call with patience. @param more settings, name and value in turns */
    public GatewayCall call(String... more) {
        return call(NOW, Duration.ofSeconds(20), more);
    }

    public GatewayCall callAt(Instant at, String... more) {
        return call(at, Duration.ofSeconds(20), more);
    }

    /** For trouble that shall not be waited for. */
    public GatewayCall impatient() {
        return call(NOW, Duration.ofSeconds(1));
    }

    private GatewayCall call(Instant at, Duration patience, String... more) {
        Map<String, String> values = new HashMap<>(settings.apply(server.address()));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        Settings opened = Settings.of(values);
        PlatformHttp client = http.to(List.of("setting:api-base"), opened);
        return new GatewayCall(opened, request -> client.send(request.within(patience)), Clock.fixed(at, ZoneOffset.UTC));
    }

    /** A wish to be paid for the invoice INV-1. */
    public static CheckoutRequest request(String key, Money amount) {
        return new CheckoutRequest(new IdempotencyKey(key), amount, "INV-1", "Consulting & more",
            URI.create("https://acme.example/back?a=1&b=2"), URI.create("https://acme.example/hooks/1"), Locale.GERMAN);
    }

    /** A wish to charge euro later. */
    public static Agreement agreement(String key) {
        return new Agreement(new IdempotencyKey(key), Currency.getInstance("EUR"), "Subscription", URI.create("https://acme.example/back"),
            URI.create("https://acme.example/hooks/1"), Locale.ENGLISH);
    }

    /**
     * Damages each kind of request that came, in every place, and holds each damage against the documents; fails for one that
     * they do not notice.
     *
     * @return what the damages were
     */
    public List<String> damages() {
        Map<String, ApiRequest> kinds = new LinkedHashMap<>();
        for (ApiRequest request : server.requests()) {
            kinds.putIfAbsent(request.method() + request.path().replaceAll("\\d+", "") + request.query().replaceAll("=[^&]*", "")
                + request.body().replaceAll(request.isForm() ? "=[^&]*()" : "\"(:)|[^\"{},]", "$1"), request);
        }
        List<String> damages = new ArrayList<>();
        for (ApiRequest request : kinds.values()) {
            ApiDocument document = ApiDocument.responsible(documents, request);
            for (Breaks.Broken broken : new Breaks(document).of(request)) {
                assertThat(document.faults(broken.request())).as(request + " " + broken.what()).isNotEmpty();
                damages.add(broken.what());
            }
        }
        return damages;
    }

    /** Closes it; a request that the documents do not allow, whenever it came, fails here. */
    @Override
    public void close() {
        server.close();
        http.close();
        assertThat(server.faults()).isEmpty();
    }
}
