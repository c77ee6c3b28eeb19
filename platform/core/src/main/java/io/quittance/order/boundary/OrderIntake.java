package io.quittance.order.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderId;
import io.quittance.order.Payload;
import io.quittance.order.Receipt;
import io.quittance.order.control.OrderReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door for orders, whatever channel they come by. What comes is read by the {@link io.quittance.order.OrderReader} that knows
 * it, kept as received, and judged afterwards: nothing is lost, not even what nobody understands. Asking twice is harmless.
 */
@ApplicationScoped
public class OrderIntake {

    private static final Logger LOG = LoggerFactory.getLogger(OrderIntake.class);
    private static final Actor JOB = new Actor.Job("order");

    @Inject
    OrderWork work;
    @Inject
    Channels channels;
    @Inject
    OrderReading reading;
    @Inject
    OrderUnits units;

    /**
     * Judges an order at once, as the worker would a moment later; where that does not work now, the worker still will. Must not be
     * called inside a unit of work.
     */
    public void judgeNow(OrderId id) {
        try {
            CurrentActor.run(JOB, () -> work.judge(id));
        } catch (RuntimeException later) {
            LOG.info("order {} is left to the worker: {}", id, later.getMessage());
        }
    }

    /**
     * Keeps what was received; once this returns {@link Receipt.Kept} or {@link Receipt.Repeated} it is durable, unless the caller has
     * a unit of work open. Needs ORDER_INTAKE or ORDER_WRITE.
     */
    public Receipt receive(ChannelId channel, Payload payload) {
        if (payload.size() > Payload.MOST_BYTES) {
            return new Receipt.TooLarge(Payload.MOST_BYTES);
        }
        Optional<ChannelAccount> account = channels.find(channel).filter(ChannelAccount::active);
        return account.isEmpty() ? new Receipt.NoSuchChannel()
                : units.keep(account.get(), payload, reading.read(account.get(), payload));
    }
}
