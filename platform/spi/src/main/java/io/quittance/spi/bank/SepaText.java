package io.quittance.spi.bank;

import java.text.Normalizer;
import java.util.Map;

/**
 * Texts as every bank of SEPA takes them: letters of the Latin alphabet, digits, blanks and {@code / - ? : ( ) . , ' +}.
 *
 * @see "EPC217-08, SEPA requirements for an extended character set: best practices, and the Latin set of the implementation guidelines"
 */
public final class SepaText {

    private static final Map<Integer, String> LETTERS = Map.ofEntries(Map.entry((int) 'Ä', "AE"), Map.entry((int) 'Ö', "OE"),
        Map.entry((int) 'Ü', "UE"), Map.entry((int) 'ä', "ae"), Map.entry((int) 'ö', "oe"), Map.entry((int) 'ü', "ue"),
        Map.entry((int) 'ß', "ss"), Map.entry((int) 'ẞ', "SS"), Map.entry((int) 'Æ', "AE"), Map.entry((int) 'æ', "ae"),
        Map.entry((int) 'Ø', "O"), Map.entry((int) 'ø', "o"), Map.entry((int) 'Œ', "OE"), Map.entry((int) 'œ', "oe"),
        Map.entry((int) 'Ł', "L"), Map.entry((int) 'ł', "l"), Map.entry((int) 'Đ', "D"), Map.entry((int) 'đ', "d"),
        Map.entry((int) 'Þ', "TH"), Map.entry((int) 'þ', "th"), Map.entry((int) 'Ð', "D"), Map.entry((int) 'ð', "d"),
        Map.entry((int) 'ı', "i"), Map.entry((int) '&', "+"), Map.entry((int) '€', "EUR"), Map.entry((int) '_', "-"),
        Map.entry((int) '–', "-"), Map.entry((int) '—', "-"), Map.entry((int) '’', "'"), Map.entry((int) '@', "(at)"));
    private static final String OTHERS = "/-?:().,'+ ";

    private SepaText() {
    }

    /**
     * The nearest text that may be sent, without blanks at its ends and cut to a length; a character without likeness becomes a dot.
     * No slash stands at an end and no two follow each other: EPC guidelines forbid both in references.
     */
    public static String of(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text.strip(), Normalizer.Form.NFC).codePoints().forEach(letter -> add(plain, letter));
        String whole = plain.toString().replaceAll("\\s+", " ").replaceAll("/{2,}", "/").replaceAll("^/|/$", "").strip();
        return whole.substring(0, Math.min(longest, whole.length())).replaceAll("/$", "").strip();
    }

    private static void add(StringBuilder plain, int letter) {
        if (isPlain(letter)) {
            plain.appendCodePoint(letter);
        } else if (Character.isWhitespace(letter)) {
            plain.append(' ');
        } else if (LETTERS.containsKey(letter)) {
            plain.append(LETTERS.get(letter));
        } else {
            String bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
            plain.append(isPlain(bare.codePointAt(0)) ? bare.substring(0, 1) : ".");
        }
    }

    private static boolean isPlain(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
            || OTHERS.indexOf(letter) >= 0;
    }
}
