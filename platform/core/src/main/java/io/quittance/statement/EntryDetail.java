package io.quittance.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the payments that an entry sums up.
 *
 * @param amount signed like the entry's, when the file states it
 */
public record EntryDetail(Optional<BigDecimal> amount, Map<ReferenceKind, String> references, Party counterparty, List<String> remittance,
        String returnReason) {

    public EntryDetail {
        references = Map.copyOf(references);
        remittance = List.copyOf(remittance);
    }
}
