package io.quittance.spi.order;

import java.util.List;

/**
 * Some orders.
 *
 * @param cursor what to ask with next time; 1 to 1,000 characters
 * @param more   whether there is another page behind it already
 */
public record OrderPage(List<SourceOrder> orders, String cursor, boolean more) {

    private static final int LONGEST_CURSOR = 1_000;

    public OrderPage {
        orders = List.copyOf(orders);
        if (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR) {
            throw new IllegalArgumentException("a cursor has 1 to " + LONGEST_CURSOR + " characters, not " + cursor.length());
        }
    }
}
