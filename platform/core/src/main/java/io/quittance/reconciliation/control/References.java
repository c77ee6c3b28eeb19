package io.quittance.reconciliation.control;

import io.quittance.invoice.ReferenceWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    /** Words that could be an invoice's number: they hold a digit. As the bank wrote them, then in capitals, each once. */
    Set<String> candidates(int most) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : ReferenceWords.of(text)) {
                if (found.size() < most && word.chars().anyMatch(Character::isDigit)) {
                    found.add(word);
                    found.add(word.toUpperCase(Locale.ROOT));
                }
            }
        }
        return found;
    }
}
