package io.quittance.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Who is meant by a name, whatever the legal form, the order of the words and the spelling of umlauts. */
public final class NameKey {

    private static final int LONGEST = 200;
    private static final Set<String> LEGAL_FORMS = Set.of("GMBH", "MBH", "AG", "KG", "OHG", "GBR", "UG", "SE", "EK", "CO", "COMPANY", "LTD",
            "LIMITED", "LLC", "LLP", "LP", "INC", "CORP", "PLC", "SA", "SAS", "SARL", "EURL", "SL", "SLU", "SRL", "SPA", "BV", "NV", "VOF",
            "AB", "AS", "APS", "OY", "KK", "UND", "AND", "ET", "Y", "THE", "MR", "MRS", "HERR", "FRAU");

    private NameKey() {
    }

    /** The same for everything that names the same; empty for nobody. */
    public static String of(String name) {
        Set<String> words = new TreeSet<>();
        for (String word : words(name)) {
            if (!LEGAL_FORMS.contains(word)) {
                words.add(word.replace("AE", "A").replace("OE", "O").replace("UE", "U"));
            }
        }
        String key = String.join(" ", words);
        return key.substring(0, Math.min(LONGEST, key.length()));
    }

    /** The words of a text in capitals and figures, without accents. */
    public static List<String> words(String text) {
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
