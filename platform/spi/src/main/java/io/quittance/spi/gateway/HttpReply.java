package io.quittance.spi.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What became of an {@link HttpCall}. */
public sealed interface HttpReply {

    /**
     * The other side answered.
     *
     * @param headers by lower-case name
     * @param body    whole; a longer one than the platform allows is {@link NoAnswer}
     */
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements HttpReply {
        public Answered {
            headers = Map.copyOf(headers);
            body = body.clone();
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public Optional<String> header(String lowerCaseName) {
            return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "Answered[" + status + ", " + body.length + " bytes]";
        }
    }

    /** Nothing was sent: no such host, refused, or not allowed. Whatever was asked has not happened. */
    record NotConnected(String reason) implements HttpReply {
        public NotConnected {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The request may have arrived, but no usable answer came. Whatever was asked may have happened. */
    record NoAnswer(String reason) implements HttpReply {
        public NoAnswer {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
