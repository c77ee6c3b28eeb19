package io.quittance.ledger.control;

import io.quittance.ledger.JournalEntryId;
import io.quittance.ledger.JournalLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Walks through the journal some entries at a time. */
@ApplicationScoped
public class JournalPages {

    private static final int ENTRIES = 500;

    @Inject
    LedgerQueries queries;

    public void write(Appendable out, LocalDate from, LocalDate to) throws IOException {
        long last = Long.MIN_VALUE;
        for (List<JournalEntryId> page = queries.entries(last, from, to, ENTRIES); !page.isEmpty();
                page = queries.entries(last, from, to, ENTRIES)) {
            TreeMap<Long, List<JournalLine>> entries = queries.lines(page).stream()
                    .collect(Collectors.groupingBy(line -> line.entry().value(), TreeMap::new, Collectors.toList()));
            for (List<JournalLine> lines : entries.values()) {
                JournalText.write(out, lines);
            }
            last = page.getLast().value();
        }
    }
}
