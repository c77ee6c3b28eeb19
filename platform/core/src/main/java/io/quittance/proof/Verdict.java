package io.quittance.proof;

import java.util.Optional;

/**
 * What became of verifying a file.
 *
 * @param slug    of the tenant, as the file has it; empty when it could not be read
 * @param head    the newest head, as the file has it
 * @param entries that are as they were sealed, counted from the first
 * @param bad     the first that is not
 */
public record Verdict(String slug, Optional<SignedHead> head, long entries, Optional<BadEntry> bad) {

    public boolean isSound() {
        return bad.isEmpty();
    }
}
