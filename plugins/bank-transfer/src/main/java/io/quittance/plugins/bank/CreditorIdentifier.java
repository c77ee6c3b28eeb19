package io.quittance.plugins.bank;

import java.math.BigInteger;
import java.util.Locale;

/**
 * The identifier under which a creditor collects: country, check digits, three characters of the business's own choice, and
 * the national part. The business's three characters do not count for the check digits.
 *
 * @see "EPC262-08, creditor identifier overview"
 */
final class CreditorIdentifier {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int NATIONAL = 7;

    private CreditorIdentifier() {
    }

    static boolean isValid(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{3}[A-Za-z0-9]{1,28}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(NATIONAL) + text.substring(0, 4)).toUpperCase(Locale.ROOT).chars()
            .forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
