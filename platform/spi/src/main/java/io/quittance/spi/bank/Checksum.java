package io.quittance.spi.bank;

import java.math.BigInteger;

/** ISO 7064, MOD 97-10: letters count 10 to 35, and the whole is 1 modulo 97. */
final class Checksum {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int COMPLEMENT = 98;

    private Checksum() {
    }

    /** Does a text hold whose first four characters are prefix and check digits? */
    static boolean holds(String text) {
        return remainder(text.substring(4) + text.substring(0, 4)).equals(BigInteger.ONE);
    }

    /** The two digits that follow the prefix. @param prefix two letters */
    static String digits(String prefix, String body) {
        int check = COMPLEMENT - remainder(body + prefix + "00").intValue();
        return (check < 10 ? "0" : "") + check;
    }

    /** In groups of four, as people read it. */
    static String grouped(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static BigInteger remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS);
    }
}
