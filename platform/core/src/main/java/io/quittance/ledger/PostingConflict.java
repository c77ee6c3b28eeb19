package io.quittance.ledger;

/** Another entry with other content stands under the same idempotency key. A defect in the caller. */
public final class PostingConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostingConflict(String key, JournalEntryId earlier) {
        super("journal entry " + earlier + " stands under the key " + key + " with other content");
    }
}
