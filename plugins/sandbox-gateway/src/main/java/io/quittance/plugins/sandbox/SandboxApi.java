package io.quittance.plugins.sandbox;

import com.fasterxml.jackson.jr.ob.JSON;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** Sandbox Pay's JSON interface, for one call of one tenant. */
final class SandboxApi {

    private final GatewayCall call;

    SandboxApi(GatewayCall call) {
        this.call = call;
    }

    /** What came of a request. */
    sealed interface Answer {

        record Said(Reading json) implements Answer {
        }

        /** The company understood and refused. */
        record No(String code, String message) implements Answer {
        }

        /** It cannot have seen the request. */
        record NotReached(String reason) implements Answer {
        }

        /** It may have done what was asked. */
        record Unclear(String reason) implements Answer {
        }
    }

    Answer get(String path) {
        return send(HttpCall.get(address(path)));
    }

    Answer post(String path, Map<String, Object> body) {
        try {
            return send(HttpCall.postJson(address(path), JSON.std.asString(body)));
        } catch (IOException defect) {
            throw new UncheckedIOException("a request cannot be written as JSON", defect);
        }
    }

    private URI address(String path) {
        return URI.create(call.settings().text(SandboxGateway.API_BASE) + "/v1/accounts/" + call.settings().text(SandboxGateway.ACCOUNT)
            + (path.isEmpty() ? "" : "/" + path));
    }

    private Answer send(HttpCall request) {
        HttpReply reply = call.http().send(request.with("Authorization", "Bearer " + call.settings().text(SandboxGateway.API_KEY)));
        return switch (reply) {
            case HttpReply.NotConnected away -> new Answer.NotReached(away.reason());
            case HttpReply.NoAnswer silent -> new Answer.Unclear(silent.reason());
            case HttpReply.Answered answered -> understand(answered);
        };
    }

    /** 2xx is yes and 4xx is no; anything else, and anything that is not the JSON we expect, is unclear. */
    private static Answer understand(HttpReply.Answered answered) {
        try {
            Reading json = Reading.of(answered.text());
            if (answered.isSuccess()) {
                return new Answer.Said(json);
            }
            if (answered.status() >= 400 && answered.status() < 500) {
                Reading error = json.object("error");
                return new Answer.No(error.text("code"), error.text("message"));
            }
            return new Answer.Unclear("Sandbox Pay answered with status " + answered.status());
        } catch (Unreadable broken) {
            return new Answer.Unclear("Sandbox Pay's answer with status " + answered.status() + " cannot be read: " + broken.getMessage());
        }
    }
}
