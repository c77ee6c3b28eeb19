package io.quittance.bench.payments;

import java.sql.SQLException;

/** Makes one payment after the other, for any number of threads. */
interface Payer {

    void pay() throws SQLException;
}
