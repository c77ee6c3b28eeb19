package io.quittance.ledger.boundary;

import io.quittance.access.ActedBy;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.JournalEntryId;
import io.quittance.ledger.Posting;
import io.quittance.ledger.control.JournalWriter;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Writes the books. Called by other features inside their own unit of work, so that money and its cause commit together. */
@Boundary
public class Journal {

    /** The bell that calls after postings, for whoever keeps sums of the journal. */
    public static final String POSTED = "journal-posted";

    @Inject
    JournalWriter writer;
    @Inject
    CurrentActor actor;

    /**
     * Posts once: a second call with the same key and content changes nothing and returns the earlier entry.
     *
     * @throws io.quittance.ledger.PostingConflict when other content stands under the key
     */
    @Requires(Permission.LEDGER_POST)
    public JournalEntryId post(Posting posting) {
        return writer.post(ActedBy.all(actor.get(), List.of(posting))).getFirst();
    }

    /** Posts many as multi-row inserts, each like {@link #post}; returns their entries in the same order. */
    @Requires(Permission.LEDGER_POST)
    public List<JournalEntryId> postAll(List<Posting> postings) {
        return writer.post(ActedBy.all(actor.get(), postings));
    }

    /** Like {@link #postAll}, where the postings of several actors are written together. */
    @Requires(Permission.LEDGER_POST)
    public List<JournalEntryId> postAllBy(List<ActedBy<Posting>> postings) {
        return writer.post(postings);
    }

    /**
     * Undoes an entry by its mirror image, once: a second call returns the earlier reversal.
     *
     * @param bookedOn civil date in the tenant's zone on which the reversal counts
     */
    @Requires(Permission.LEDGER_POST)
    public JournalEntryId reverse(JournalEntryId entry, LocalDate bookedOn, String description) {
        return writer.reverse(entry, bookedOn, description);
    }
}
