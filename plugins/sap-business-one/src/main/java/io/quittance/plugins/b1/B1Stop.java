package io.quittance.plugins.b1;

import io.quittance.spi.order.OrderAnswer;
import java.time.Duration;
import java.util.Optional;

/** The Service Layer did not say what was asked. Becomes a value before it leaves the plugin. */
final class B1Stop extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> after;
    private final boolean gone;
    private final boolean refused;

    private B1Stop(String reason, Optional<Duration> after, boolean gone, boolean refused) {
        super(reason, null, false, false);
        this.after = after;
        this.gone = gone;
        this.refused = refused;
    }

    static B1Stop later(String reason) {
        return new B1Stop(reason, Optional.empty(), false, false);
    }

    static B1Stop later(Duration after) {
        return new B1Stop("SAP Business One is asked too often", Optional.of(after), false, false);
    }

    static B1Stop gone(String reason) {
        return new B1Stop(reason, Optional.empty(), true, false);
    }

    static B1Stop refused(String reason) {
        return new B1Stop(reason, Optional.empty(), false, true);
    }

    /** It knows nothing by that name. */
    boolean isGone() {
        return gone;
    }

    /** It understood and does not want to. */
    boolean isRefused() {
        return refused;
    }

    <R> OrderAnswer<R> answer() {
        return after.isPresent() ? new OrderAnswer.RateLimited<>(after.get()) : new OrderAnswer.NoAnswer<>(getMessage());
    }
}
