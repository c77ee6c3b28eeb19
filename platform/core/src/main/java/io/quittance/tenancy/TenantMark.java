package io.quittance.tenancy;

import io.quittance.Sha256;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ends references that leave the house, so that whoever meets one can say whether it is its own without asking anybody: seven
 * capitals and digits, of which the last two check the others. It says nothing about whose it is.
 */
public record TenantMark(String value) {

    /** How many characters it has. */
    public static final int LENGTH = 7;

    private static final Pattern FORM = Pattern.compile("Q[0-9A-Z]{6}");
    private static final BigInteger TAGS = BigInteger.valueOf(36L * 36 * 36 * 36);
    private static final BigInteger CHECKS = BigInteger.valueOf(36L * 36);

    public TenantMark {
        if (!isSound(value)) {
            throw new IllegalArgumentException("not a tenant's mark: " + value);
        }
    }

    public static TenantMark of(TenantId tenant) {
        String tag = "Q" + digits("tenant:" + tenant, TAGS, 4);
        return new TenantMark(tag + digits(tag, CHECKS, 2));
    }

    /** The mark at the end of what one of our references is made of; empty for a reference of somebody else, or an older one. */
    public static Optional<TenantMark> endOf(String body) {
        String end = body.substring(Math.max(0, body.length() - LENGTH)).toUpperCase(Locale.ROOT);
        return isSound(end) ? Optional.of(new TenantMark(end)) : Optional.empty();
    }

    private static boolean isSound(String value) {
        return FORM.matcher(value).matches() && digits(value.substring(0, LENGTH - 2), CHECKS, 2).equals(value.substring(LENGTH - 2));
    }

    private static String digits(String text, BigInteger modulus, int count) {
        String digits = new BigInteger(1, Sha256.of(text)).mod(modulus).toString(Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(count - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return value;
    }
}
