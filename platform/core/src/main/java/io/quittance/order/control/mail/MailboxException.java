package io.quittance.order.control.mail;

import io.quittance.Fault;

/** A mailbox cannot be reached, or was lost on the way. */
public final class MailboxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    MailboxException(String field, String rule, String reason, Throwable cause) {
        super(reason, cause);
        this.fault = Fault.of(field, "", rule, reason == null ? "" : reason);
    }

    /** For a person, by the name of the setting. */
    public Fault fault() {
        return fault;
    }
}
