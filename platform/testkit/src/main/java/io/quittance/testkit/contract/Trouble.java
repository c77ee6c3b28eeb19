package io.quittance.testkit.contract;

import java.util.Map;

/** How a company's server misbehaves, once. */
public sealed interface Trouble {

    /** Another answer than the right one; the request has no effect. */
    record Says(int status, Map<String, String> headers, String body) implements Trouble {
        public Says {
            headers = Map.copyOf(headers);
        }
    }

    /** The request takes effect, and nobody hears of it: no answer for longer than anybody waits. */
    record SilentAfterwards() implements Trouble {
    }

    /** No effect and no answer. */
    record Silent() implements Trouble {
    }

    /** The request takes effect, but the answer ends in its middle. */
    record BreaksOff() implements Trouble {
    }

    /** The request takes effect, but the connection is closed instead of an answer. */
    record HangsUp() implements Trouble {
    }

    /** A page for people, as proxies and maintenance windows show. */
    static Trouble htmlPage(int status) {
        return new Says(status, Map.of("Content-Type", "text/html"),
            "<html><body><h1>" + status + "</h1>We will be back soon.</body></html>");
    }

    /** Success without sense. */
    static Trouble malformed() {
        return new Says(200, Map.of("Content-Type", "application/json"), "{\"id\": \"x\", ");
    }

    /** Too many requests. */
    static Trouble slowDown(int seconds) {
        return new Says(429, Map.of("Content-Type", "application/json", "Retry-After", Integer.toString(seconds)), "{}");
    }
}
