package io.quittance.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractServerTest {

    private final AtomicInteger effects = new AtomicInteger();
    private ContractServer server;

    @BeforeEach
    void open() throws IOException {
        ApiDocument document = ApiDocument.of(new JsonMapper().readTree(
            "{\"openapi\":\"3.0.0\",\"paths\":{\"/pay\":{\"get\":{},\"post\":{}}}}"));
        server = new ContractServer(document, _ -> ContractServer.Answer.ok("{\"paid\":" + effects.incrementAndGet() + "}"));
    }

    @AfterEach
    void shut() {
        server.close();
    }

    @Test
    void a_right_request_reaches_the_company_and_a_wrong_one_is_remembered_and_refused() throws IOException, InterruptedException {
        assertThat(get("/pay").body()).isEqualTo("{\"paid\":1}");
        assertThat(server.faults()).isEmpty();
        assertThat(get("/pay?all=1").statusCode()).isEqualTo(400);
        assertThat(get("/play").statusCode()).isEqualTo(400);
        assertThat(server.faults()).hasSize(2).allSatisfy(fault -> assertThat(fault).startsWith("GET /p"));
        assertThat(effects).hasValue(1);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void ordered_trouble_comes_once() throws IOException, InterruptedException {
        server.order("GET", "/pay", Trouble.slowDown(7));
        HttpResponse<String> refused = get("/pay");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(effects).hasValue(0);
        assertThat(get("/pay").body()).isEqualTo("{\"paid\":1}");
    }

    @Test
    void some_trouble_comes_after_the_effect() {
        server.order("POST", "/pay", new Trouble.Silent());
        assertThatIOException().isThrownBy(this::post);
        assertThat(effects).hasValue(0);
        for (Trouble trouble : new Trouble[] {new Trouble.SilentAfterwards(), new Trouble.BreaksOff(), new Trouble.HangsUp()}) {
            int before = effects.get();
            server.order("POST", "/pay", trouble);
            assertThatIOException().as(trouble.toString()).isThrownBy(this::post);
            assertThat(effects).as(trouble.toString()).hasValue(before + 1);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path)));
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.address() + "/pay")).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(3)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
