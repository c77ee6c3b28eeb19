package io.quittance.spi.order;

import io.quittance.spi.Extension;
import io.quittance.spi.gateway.GatewayCall;

/** A system that wants to know what became of its orders. Since 1.4.0. */
public interface OrderSink extends Extension {

    /** Writes it to the order. Told the same again, nothing changes. @return whether the order is still there */
    OrderAnswer<Boolean> tell(OrderNews news, GatewayCall call);
}
