package io.quittance.ledger.control;

import io.quittance.Sha256;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * What an entry says, in 32 bytes, so that a repetition can be told from a clash. The description is left out: wording
 * may change between two builds while the money stays the same.
 */
final class PostingDigest {

    private PostingDigest() {
    }

    static byte[] of(Posting posting) {
        StringBuilder text = new StringBuilder()
                .append(posting.cause().type()).append('|').append(posting.cause().id()).append('|').append(posting.bookedOn());
        posting.lines().forEach(line -> {
            text.append('\n').append(line.account()).append('|').append(line.amount().minorUnits())
                    .append('|').append(line.amount().currency().getCurrencyCode());
            append(text, line.dimension());
        });
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, Dimension dimension) {
        for (OptionalLong part : new OptionalLong[] {dimension.customer(), dimension.invoice(), dimension.claim()}) {
            text.append('|');
            part.ifPresent(text::append);
        }
    }
}
