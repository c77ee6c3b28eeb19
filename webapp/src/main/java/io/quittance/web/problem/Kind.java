package io.quittance.web.problem;

/** The problems that the API knows. Their titles are in the bundle {@code io.quittance.web.problem.texts}. */
public enum Kind {
    INVALID(400, "invalid"),
    UNAUTHENTICATED(401, "unauthenticated"),
    FORBIDDEN(403, "forbidden"),
    NOT_FOUND(404, "not-found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    CONFLICT(409, "conflict"),
    IDEMPOTENCY_KEY_REUSED(409, "idempotency-key-reused"),
    TOO_LARGE(413, "too-large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
    REFUSED(422, "refused"),
    TOO_MANY_REQUESTS(429, "too-many-requests"),
    INTERNAL(500, "internal"),
    UPSTREAM(502, "upstream"),
    UNAVAILABLE(503, "unavailable");

    private final int status;
    private final String code;

    Kind(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The general kind for a status that the JAX-RS runtime chose. */
    static Kind ofStatus(int status) {
        for (Kind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= INTERNAL.status ? INTERNAL : INVALID;
    }
}
