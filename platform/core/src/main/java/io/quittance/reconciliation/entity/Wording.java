package io.quittance.reconciliation.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What payers and banks do to a reference or a name, undone the same way on both sides. Nothing is ever a part of a word. */
final class Wording {

    /** A creditor reference has 25 characters, which banks print in groups of four. */
    private static final int LONGEST_REFERENCE = 35;
    private static final int MOST_GROUPS = 8;
    private static final Set<String> LEGAL_FORMS = Set.of("GMBH", "MBH", "AG", "KG", "OHG", "GBR", "UG", "SE", "EK", "CO", "COMPANY", "LTD",
            "LIMITED", "LLC", "LLP", "LP", "INC", "CORP", "PLC", "SA", "SAS", "SARL", "EURL", "SL", "SLU", "SRL", "SPA", "BV", "NV", "VOF",
            "AB", "AS", "APS", "OY", "KK", "UND", "AND", "ET", "Y", "THE", "MR", "MRS", "HERR", "FRAU");

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

    /** Who is meant, whatever the legal form, the order of the words and the spelling of umlauts; empty for nobody. */
    static String name(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : words(text)) {
            if (!LEGAL_FORMS.contains(word)) {
                words.add(word.replace("AE", "A").replace("OE", "O").replace("UE", "U"));
            }
        }
        return String.join(" ", words);
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
