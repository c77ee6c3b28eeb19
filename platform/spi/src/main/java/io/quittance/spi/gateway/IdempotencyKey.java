package io.quittance.spi.gateway;

/**
 * Our name for one attempt to move money. The gateway sees the same key for every repetition of that attempt, so the
 * attempt happens at most once; and we can ask by it what became of the attempt.
 *
 * @param value 1 to 64 letters, digits, hyphens or underscores
 */
public record IdempotencyKey(String value) {

    public IdempotencyKey {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("an idempotency key has 1 to 64 letters, digits, '-' or '_', not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
