package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.order.ChannelAccount;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds whoever understands a payload. */
@ApplicationScoped
public class OrderReading {

    private static final Logger LOG = LoggerFactory.getLogger(OrderReading.class);

    @Inject
    @Any
    Instance<OrderReader> readers;

    /** A reader's own failure must not lose what was received: it is kept as not understood. */
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        try {
            Optional<OrderReader> reader = readers.stream().<OrderReader>map(one -> one).filter(one -> one.reads(account, payload))
                    .findFirst();
            return reader.isPresent() ? reader.get().read(account, payload)
                    : new ReadOutcome.Unreadable(List.of(Fault.of("", payload.mediaType(), "order.noReader", account.kind())));
        } catch (RuntimeException broken) {
            LOG.error("a payload for channel {} cannot be read: {}", account.id(), payload, broken);
            return new ReadOutcome.Unreadable(List.of(Fault.of("", payload.name(), "order.readerFailed")));
        }
    }
}
