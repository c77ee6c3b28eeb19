package io.quittance.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The units that most businesses need, by name. Any other code of the recommendation may be used all the same.
 *
 * @see "UN/ECE Recommendation 20, codes for units of measure used in international trade"
 */
public enum CommonUnit {
    /** One, a piece. */
    C62,
    /** Hour. */
    HUR,
    /** Day. */
    DAY,
    /** Week. */
    WEE,
    /** Month. */
    MON,
    /** Year. */
    ANN,
    /** Kilogram. */
    KGM,
    /** Tonne. */
    TNE,
    /** Metre. */
    MTR,
    /** Square metre. */
    MTK,
    /** Cubic metre. */
    MTQ,
    /** Kilometre. */
    KMT,
    /** Litre. */
    LTR,
    /** Kilowatt hour. */
    KWH,
    /** Lump sum. */
    LS;

    private static final String BUNDLE = "io.quittance.catalogue.units";

    public static Optional<CommonUnit> of(String code) {
        return Arrays.stream(values()).filter(unit -> unit.name().equals(code)).findFirst();
    }

    /** What a line of an invoice says behind the quantity, such as {@code h}; the code itself where it is no common one. */
    public static String word(String code, Locale language) {
        return of(code).map(unit -> unit.text("", language)).orElse(code);
    }

    /** Its name in full, such as {@code hour}. */
    public String name(Locale language) {
        return text(".name", language);
    }

    private String text(String suffix, Locale language) {
        return ResourceBundle.getBundle(BUNDLE, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(name() + suffix);
    }
}
