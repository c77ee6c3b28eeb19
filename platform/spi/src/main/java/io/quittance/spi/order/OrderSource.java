package io.quittance.spi.order;

import io.quittance.spi.Extension;
import io.quittance.spi.gateway.GatewayCall;
import java.time.LocalDate;
import java.util.Optional;

/** A system that has orders. Since 1.4.0. */
public interface OrderSource extends Extension {

    /**
     * Orders that are new or have changed. The same one may be told again.
     *
     * @param cursor from the page before; empty for the first time
     * @param since  how far back to begin, the first time
     */
    OrderAnswer<OrderPage> orders(Optional<String> cursor, LocalDate since, GatewayCall call);
}
