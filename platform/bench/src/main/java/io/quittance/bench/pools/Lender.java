package io.quittance.bench.pools;

import java.sql.Connection;
import java.sql.SQLException;

/** A way to lend connections that are authenticated as a given tenant's account. */
interface Lender extends AutoCloseable {

    String name();

    /** Lends a connection of that tenant for one use. */
    void use(int tenant, Use use) throws SQLException;

    /** Physical connections now open. */
    int open();

    @Override
    void close();

    /** What is done with a lent connection. */
    interface Use {
        void with(Connection connection) throws SQLException;
    }
}
