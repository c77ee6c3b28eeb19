package io.quittance.access;

/** The actor lacks the permission that an operation requires. */
public final class AccessDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;

    public AccessDenied(Actor actor, String operation, String permissions) {
        super(actor.label() + " may not call " + operation + ": it needs " + permissions);
        this.operation = operation;
    }

    public String operation() {
        return operation;
    }
}
