package io.quittance.webhook.control;

import java.util.Map;

/** What became of a {@link OutwardPost}. */
public sealed interface PostReply {

    /**
     * @param headers  by lower-case name, the last of each
     * @param response the beginning of the body
     */
    record Answered(int status, Map<String, String> headers, String response) implements PostReply {

        boolean isTaken() {
            return status / 100 == 2;
        }
    }

    /** No usable answer came. It may have arrived all the same. */
    record Unanswered(String reason) implements PostReply {
    }
}
