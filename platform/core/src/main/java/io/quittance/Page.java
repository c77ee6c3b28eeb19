package io.quittance;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many rows there are on all pages
 * @param more  the total is only as far as was counted, and there are more
 */
public record Page<T>(List<T> rows, long total, boolean more) {

    /** All were counted. */
    public Page(List<T> rows, long total) {
        this(rows, total, false);
    }

    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Which page is asked for, and in which order.
     *
     * @param sort      one of the list's own sort keys
     * @param limit     1 to {@value #MOST}
     */
    public record Request<S extends Enum<S>>(int offset, int limit, S sort, boolean ascending) {

        public static final int MOST = 1000;

        public Request {
            if (offset < 0 || limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("offset must not be negative and limit must be 1 to " + MOST
                        + " but they are " + offset + " and " + limit);
            }
        }

        public static <S extends Enum<S>> Request<S> first(int limit, S sort, boolean ascending) {
            return new Request<>(0, limit, sort, ascending);
        }
    }
}
