package io.quittance.reconciliation.control;

import java.util.ArrayList;
import java.util.Collections;
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
        List<String> wanted = words(reference.toUpperCase(Locale.ROOT));
        return !wanted.isEmpty()
                && texts.stream().anyMatch(text -> Collections.indexOfSubList(words(text.toUpperCase(Locale.ROOT)), wanted) >= 0);
    }

    /** Words that could be an invoice's number: they hold a digit. As the bank wrote them, then in capitals, each once. */
    Set<String> candidates(int most) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : words(text)) {
                if (found.size() < most && word.chars().anyMatch(Character::isDigit)) {
                    found.add(word);
                    found.add(word.toUpperCase(Locale.ROOT));
                }
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s,;:()]+")) {
            String bare = word.replaceAll("^[.]+|[.]+$", "");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }
}
