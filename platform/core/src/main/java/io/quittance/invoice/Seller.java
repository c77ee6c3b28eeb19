package io.quittance.invoice;

import io.quittance.customer.PostalAddress;

/**
 * The tenant as its invoices name it; frozen into each at issue. Parts not known are empty.
 *
 * @param registration register and number, such as {@code HRB 1234, Amtsgericht Berlin}
 * @param iban         of the account that transfers go to
 */
public record Seller(String name, String taxId, String email, PostalAddress address, String registration, String bank, String iban,
        String bic) {

    public Seller {
        name = orEmpty(name);
        taxId = orEmpty(taxId);
        email = orEmpty(email);
        address = address == null ? PostalAddress.NONE : address;
        registration = orEmpty(registration);
        bank = orEmpty(bank);
        iban = orEmpty(iban).replace(" ", "");
        bic = orEmpty(bic).replace(" ", "");
    }

    public static Seller named(String name, String country) {
        return new Seller(name, "", "", new PostalAddress("", "", "", "", "", country), "", "", "", "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
