package io.quittance.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.config.Json;
import io.quittance.signup.PeopleUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keycloak's admin REST interface, spoken to as our own service account. */
@ApplicationScoped
public class KeycloakAdmin {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** How long before its end a token is no longer used. */
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final int UNAUTHORISED = 401;
    private static final int SERVER_ERROR = 500;

    @Inject
    OidcSettings settings;

    @Inject
    Json json;

    @Inject
    Clock clock;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
    private String token;
    private Instant tokenEnds = Instant.MIN;

    /**
     * What Keycloak answered.
     *
     * @param created id of what a POST made, from the Location header; empty otherwise
     */
    record Answer(int status, JsonNode body, String created) {

        boolean isFine() {
            return status / 100 == 2;
        }

        boolean isConflict() {
            return status == 409;
        }

        /** @throws PeopleUnavailable when Keycloak refused */
        Answer orThrow(String what) {
            if (!isFine()) {
                throw new PeopleUnavailable("Keycloak answers " + status + " to: " + what + " " + body);
            }
            return this;
        }
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer post(String path, Object body) {
        return call("POST", path, json.write(body));
    }

    Answer put(String path, Object body) {
        return call("PUT", path, body == null ? "" : json.write(body));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer call(String method, String path, String body) {
        Answer answer = send(request(method, path, body, token(false)));
        return answer.status() == UNAUTHORISED ? send(request(method, path, body, token(true))) : answer;
    }

    private HttpRequest request(String method, String path, String body, String bearer) {
        String realm = settings.internal().toString();
        int cut = realm.lastIndexOf("/realms/");
        URI address = URI.create(realm.substring(0, cut) + "/admin" + realm.substring(cut) + path);
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private synchronized String token(boolean fresh) {
        if (fresh || token == null || !clock.instant().isBefore(tokenEnds)) {
            Answer answer = send(HttpRequest.newBuilder(URI.create(settings.internal() + "/protocol/openid-connect/token"))
                    .timeout(ANSWER)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + encode(settings.adminClientId())
                            + "&client_secret=" + encode(settings.adminClientSecret())))
                    .build()).orThrow("a token for " + settings.adminClientId());
            token = answer.body().path("access_token").asText();
            tokenEnds = clock.instant().plusSeconds(answer.body().path("expires_in").asLong()).minus(MARGIN);
        }
        return token;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= SERVER_ERROR) {
                throw new PeopleUnavailable("Keycloak answers " + response.statusCode() + " to " + request.uri().getPath());
            }
            Optional<String> location = response.headers().firstValue("Location");
            return new Answer(response.statusCode(), parse(response.body()),
                    location.map(text -> text.substring(text.lastIndexOf('/') + 1)).orElse(""));
        } catch (IOException away) {
            throw new PeopleUnavailable("Keycloak cannot be reached: " + away.getMessage(), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PeopleUnavailable("interrupted while asking Keycloak", stopped);
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.mapper().readTree(body.isBlank() ? "null" : body);
        } catch (JsonProcessingException notJson) {
            throw new PeopleUnavailable("what answers in Keycloak's place does not speak JSON", notJson);
        }
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
