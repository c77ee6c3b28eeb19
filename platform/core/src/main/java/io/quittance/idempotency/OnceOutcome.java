package io.quittance.idempotency;

/** What became of a request that must not happen twice. */
public sealed interface OnceOutcome {

    /** The change happened now. */
    record Done(StoredAnswer answer) implements OnceOutcome {
    }

    /** It had happened before; nothing changed, and this is what was answered then. */
    record Repeated(StoredAnswer answer) implements OnceOutcome {
    }

    /** The key stands for another request; nothing changed. */
    record KeyReused() implements OnceOutcome {
    }
}
