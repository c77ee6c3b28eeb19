package io.quittance.ledger.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.control.JournalPages;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Hands the whole journal out, for programs that are not ours to add up. */
@Boundary
public class JournalExport {

    @Inject
    JournalPages pages;

    /**
     * Writes every entry booked between two days, both included, in the order of posting, as the plain text of Ledger and
     * hledger in UTF-8. Holds a page of entries in memory, never the whole; flushes the stream and leaves it open.
     *
     * @throws IOException when the reader goes away
     */
    @Requires(Permission.LEDGER_READ)
    public void write(OutputStream out, LocalDate from, LocalDate to) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        pages.write(text, from, to);
        text.flush();
    }
}
