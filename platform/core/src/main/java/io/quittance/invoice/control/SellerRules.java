package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.invoice.Seller;
import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import java.util.ArrayList;
import java.util.List;

/** What the tenant's own particulars must hold to. */
public final class SellerRules {

    private static final int LONGEST = 200;

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
        if (!seller.bic().isEmpty() && Bic.parse(seller.bic()).isEmpty()) {
            faults.add(Fault.of("bic", seller.bic(), "bic.wrong"));
        }
        return faults;
    }

    /** Do length and check digits fit? */
    public static boolean isIban(String text) {
        return Iban.parse(text).isPresent();
    }

    private static void longest(List<Fault> faults, String field, String value) {
        if (value.length() > LONGEST) {
            faults.add(Fault.of(field, value.substring(0, LONGEST), "text.tooLong", LONGEST));
        }
    }
}
