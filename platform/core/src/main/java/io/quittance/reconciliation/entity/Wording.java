package io.quittance.reconciliation.entity;

import io.quittance.customer.NameKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What payers and banks do to a reference or a name, undone the same way on both sides. Nothing is ever a part of a word. */
final class Wording {

    /** A creditor reference has 25 characters, which banks print in groups of four. */
    private static final int LONGEST_REFERENCE = 35;
    private static final int MOST_GROUPS = 8;

    private Wording() {
    }

    /** Capitals and digits only. */
    static String reference(String text) {
        return String.join("", words(text));
    }

    /** Every run of whole words that could be a reference, written without what stands between them; each holds a digit. */
    static Set<String> references(List<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            List<String> words = words(text);
            for (int from = 0; from < words.size(); from++) {
                StringBuilder run = new StringBuilder();
                for (int to = from; to < Math.min(words.size(), from + MOST_GROUPS); to++) {
                    run.append(words.get(to));
                    if (run.length() > LONGEST_REFERENCE) {
                        break;
                    }
                    if (run.chars().anyMatch(Character::isDigit)) {
                        found.add(run.toString());
                    }
                }
            }
        }
        return found;
    }

    /** Who is meant; empty for nobody. */
    static String name(String text) {
        return NameKey.of(text);
    }

    private static List<String> words(String text) {
        return NameKey.words(text);
    }
}
