package io.quittance.tenancy;

/**
 * How one provisioning step of a tenant stands.
 *
 * @param error why it failed last; empty when it did not. For operators, not for visitors
 */
public record StepProgress(String name, State state, int attempts, String error) {

    /** Steps are done in order, so after a failed one all are waiting. */
    public enum State {
        WAITING,
        FAILED,
        DONE
    }
}
