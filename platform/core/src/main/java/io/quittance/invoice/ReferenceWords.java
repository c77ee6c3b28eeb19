package io.quittance.invoice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A payer's text cut into words, so that a number is found as whole words only: INV-1 is not found in INV-10. */
public final class ReferenceWords {

    private ReferenceWords() {
    }

    /** The words of a text, without the marks around them. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s,;:()]+")) {
            String bare = word.replaceAll("^[.]+|[.]+$", "");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    /** Where the words of a reference stand in a text, one after the other and whatever their case; -1 when they do not. */
    public static int position(String text, String reference) {
        List<String> wanted = of(reference.toUpperCase(Locale.ROOT));
        return wanted.isEmpty() ? -1 : Collections.indexOfSubList(of(text.toUpperCase(Locale.ROOT)), wanted);
    }
}
