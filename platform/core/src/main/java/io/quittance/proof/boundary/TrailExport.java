package io.quittance.proof.boundary;

import io.quittance.proof.AuditEntry;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.SignedHead;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes the sealed trail as one file that {@link TrailVerifier} verifies. Heads and marks come from outside of the tenant's
 * database, entries from inside it. Opens a unit of work per page and holds no more than a page.
 */
@ApplicationScoped
public class TrailExport {

    private static final int BATCHES = 4;
    private static final int ENTRIES = 200;

    @Inject
    HeadRegister register;
    @Inject
    TrailPages pages;
    @Inject
    CurrentTenant tenant;

    /** The newest head, as a file to keep; empty until the first batch was sealed. */
    public Optional<HeadFile> head() {
        return register.newest().map(head -> new HeadFile(tenant.get().slug(), head));
    }

    /**
     * Writes everything that the head vouches for.
     *
     * @param head of {@link #head()}
     * @throws IOException when the reader is gone
     */
    public void write(HeadFile head, OutputStream out) throws IOException {
        line(out, new FileLine.Header(head));
        long written = 0;
        long size = head.head().head().size();
        while (written < size) {
            List<FileLine.Batch> batches = register.batchesAfter(written, BATCHES);
            if (batches.isEmpty()) {
                throw new IllegalStateException("the heads after " + written + " entries are gone");
            }
            for (FileLine.Batch batch : batches) {
                SignedHead signed = batch.head();
                if (signed.head().size() <= size) {
                    line(out, batch);
                    entries(out, signed.head().from(), signed.head().size());
                }
                written = signed.head().size();
            }
        }
        out.flush();
    }

    private void entries(OutputStream out, long from, long to) throws IOException {
        for (long at = from; at < to; at += ENTRIES) {
            for (AuditEntry entry : pages.sealed(at, Math.min(to, at + ENTRIES))) {
                line(out, new FileLine.Entry(entry));
            }
        }
    }

    private static void line(OutputStream out, FileLine line) throws IOException {
        out.write((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
