package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.invoice.Seller;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the tenant's own particulars must hold to. */
public final class SellerRules {

    private static final int LONGEST = 200;
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private SellerRules() {
    }

    public static List<Fault> check(Seller seller) {
        List<Fault> faults = new ArrayList<>();
        if (seller.name().isEmpty()) {
            faults.add(Fault.of("name", "", "text.missing"));
        }
        longest(faults, "name", seller.name());
        longest(faults, "taxId", seller.taxId());
        longest(faults, "email", seller.email());
        longest(faults, "registration", seller.registration());
        longest(faults, "bank", seller.bank());
        if (!seller.iban().isEmpty() && !isIban(seller.iban())) {
            faults.add(Fault.of("iban", seller.iban(), "iban.wrong"));
        }
        if (!seller.bic().isEmpty() && !seller.bic().matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            faults.add(Fault.of("bic", seller.bic(), "bic.wrong"));
        }
        return faults;
    }

    /**
     * Do the check digits fit?
     *
     * @see "ISO 13616 and ISO 7064, MOD 97-10"
     */
    public static boolean isIban(String text) {
        String iban = text.toUpperCase(Locale.ROOT);
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+") || iban.length() < SHORTEST_IBAN || iban.length() > LONGEST_IBAN) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
    }

    private static void longest(List<Fault> faults, String field, String value) {
        if (value.length() > LONGEST) {
            faults.add(Fault.of(field, value.substring(0, LONGEST), "text.tooLong", LONGEST));
        }
    }
}
