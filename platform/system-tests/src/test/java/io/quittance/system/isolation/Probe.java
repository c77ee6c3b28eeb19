package io.quittance.system.isolation;

import io.quittance.system.api.Answer;
import io.quittance.system.api.Http;
import io.quittance.system.stack.SharedStack;
import java.util.HashMap;
import java.util.Map;

/**
 * One call of one operation, with the ids and the body filled in.
 *
 * @param namesOwner whether it names something that belongs to one business, so that nobody else may succeed with it
 * @param expected   the owner's answer; 0 for any success
 */
record Probe(String method, String path, String body, String contentType, boolean namesOwner, int expected) {

    static Probe get(String path) {
        return new Probe("GET", path, "", "", false, 0);
    }

    static Probe of(String method, String path, Object body) {
        return new Probe(method, path, body == null ? "" : Http.write(body), "application/json", true, 0);
    }

    /** Names something of the business that made it. */
    Probe owned() {
        return new Probe(method, path, body, contentType, true, expected);
    }

    /** Names nothing that belongs to anybody: everybody does it in their own business. */
    Probe unowned() {
        return new Probe(method, path, body, contentType, false, expected);
    }

    /** What the owner gets where the state that the operation is for cannot be brought about from outside. */
    Probe answering(int status) {
        return new Probe(method, path, body, contentType, namesOwner, status);
    }

    boolean isOwnersAnswer(Answer answer) {
        return expected == 0 ? answer.isGood() : answer.status() == expected;
    }

    Answer send(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        if (!body.isEmpty()) {
            all.put("Content-Type", contentType);
        }
        return Http.send(method, SharedStack.get().baseUrl() + path, all, body);
    }
}
