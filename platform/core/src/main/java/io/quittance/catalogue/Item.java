package io.quittance.catalogue;

import java.time.Instant;

/**
 * An item in full.
 *
 * @param active whether it can be put on new invoices; a retired one is kept and can be brought back
 */
public record Item(ItemId id, ItemDetails details, boolean active, Instant createdAt) {

    public String code() {
        return details.code();
    }

    public String name() {
        return details.name();
    }
}
