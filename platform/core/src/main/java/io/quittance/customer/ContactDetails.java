package io.quittance.customer;

/**
 * A person at a customer.
 *
 * @param role  such as {@code accounts payable}; may be empty
 * @param email may be empty
 * @param phone as international numbers are written, such as {@code +49 30 1234567}; may be empty
 */
public record ContactDetails(String name, String role, String email, String phone) {

    public ContactDetails {
        name = orEmpty(name);
        role = orEmpty(role);
        email = orEmpty(email);
        phone = orEmpty(phone);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
