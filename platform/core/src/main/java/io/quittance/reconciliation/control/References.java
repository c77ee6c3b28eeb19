package io.quittance.reconciliation.control;

import io.quittance.invoice.ReferenceWords;
import java.util.List;

/**
 * What a bank line says, cut into words. A reference is found only as whole words in their order: INV-1 is not found in
 * INV-10, as it would be in a text.
 */
final class References {

    private final List<String> texts;

    References(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    boolean say(String reference) {
        return texts.stream().anyMatch(text -> ReferenceWords.position(text, reference) >= 0);
    }
}
