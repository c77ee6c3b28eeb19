package io.quittance.invoice.control;

import io.quittance.invoice.InvoiceSort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place between two rows of a list: the row before it, by the value that orders and its id.
 *
 * @param value as the server writes it; empty where the row has none
 */
record ScrollPlace(long id, Optional<String> value) {

    private static final String NONE = "-";

    String text() {
        String plain = id + value.map(given -> "=" + given).orElse(NONE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none of ours. */
    static Optional<ScrollPlace> of(String text, InvoiceSort sort) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.indexOf('=');
            String id = end < 0 ? plain.substring(0, Math.max(0, plain.length() - 1)) : plain.substring(0, end);
            if (!id.matches("[0-9]{1,18}") || end < 0 && !plain.endsWith(NONE)) {
                return Optional.empty();
            }
            Optional<String> value = end < 0 ? Optional.empty() : Optional.of(plain.substring(end + 1));
            return value.filter(given -> !fits(given, sort)).isPresent() ? Optional.empty()
                    : Optional.of(new ScrollPlace(Long.parseLong(id), value));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean fits(String value, InvoiceSort sort) {
        return switch (sort) {
            case CREATED -> value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?");
            case ISSUE_DATE, DUE_DATE -> value.matches("\\d{4}-\\d\\d-\\d\\d");
            case GROSS, OPEN -> value.matches("-?\\d{1,18}");
            case NUMBER, CUSTOMER -> true;
        };
    }
}
