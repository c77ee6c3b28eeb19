package io.quittance;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many rows there are on all pages
 */
public record Page<T>(List<T> rows, long total) {

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
