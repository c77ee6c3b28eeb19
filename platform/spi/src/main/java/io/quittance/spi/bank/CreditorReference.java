package io.quittance.spi.bank;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A creditor's structured reference, {@code RF}, check digits and up to 21 characters. @see "ISO 11649" */
public record CreditorReference(String value) {

    private static final Pattern BODY = Pattern.compile("[A-Z0-9]{1,21}");
    private static final Pattern FORM = Pattern.compile("RF[0-9]{2}" + BODY.pattern());

    public CreditorReference {
        if (!FORM.matcher(value).matches() || !Checksum.holds(value)) {
            throw new IllegalArgumentException("not a creditor reference: " + value);
        }
    }

    /** @param body 1 to 21 capitals and digits */
    public static CreditorReference of(String body) {
        if (!BODY.matcher(body).matches()) {
            throw new IllegalArgumentException("a creditor reference is made of 1 to 21 capitals and digits, not of '" + body + "'");
        }
        return new CreditorReference("RF" + Checksum.digits("RF", body) + body);
    }

    /** The one that stands for a number of ours: as short as it can be, and no other number's. @param id not negative */
    public static CreditorReference of(long id) {
        return of(Long.toString(id, Character.MAX_RADIX).toUpperCase(Locale.ROOT));
    }

    /** As people write it; empty when it is none. */
    public static Optional<CreditorReference> parse(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(bare).matches() && Checksum.holds(bare) ? Optional.of(new CreditorReference(bare)) : Optional.empty();
    }

    /** In groups of four, as it is printed. */
    public String grouped() {
        return Checksum.grouped(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
