package io.quittance.catalogue;

import java.util.Optional;

/**
 * Which items to list.
 *
 * @param text   found in code or name, upper and lower case alike; empty for all
 * @param active only those in use, or only those retired; empty for both
 */
public record ItemFilter(String text, Optional<Boolean> active) {

    public static final ItemFilter ALL = new ItemFilter("", Optional.empty());

    /** Those that can be put on an invoice. */
    public static ItemFilter usable(String text) {
        return new ItemFilter(text, Optional.of(true));
    }
}
