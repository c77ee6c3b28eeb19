package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderId;
import io.quittance.order.OrderOutcome;
import io.quittance.order.control.OrderDesk;
import io.quittance.order.control.OrderSearch;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Orders that were refused, are held, or could not be understood: to be mended, decided, tried again or laid aside by people. */
@Boundary
public class OrderDeadLetters {

    /** Tried again by one wish; what is left is tried by the next. */
    public static final int BULK = 500;

    @Inject
    OrderDesk desk;
    @Inject
    OrderSearch search;

    /** Tries it again as it is: by the rules of now, and by whoever understands it now. */
    @Requires(Permission.ORDER_REPLAY)
    public OrderOutcome replay(OrderId id) {
        return desk.replay(id);
    }

    /** Tries all of them again, at most {@value #BULK}. @return how many */
    @Requires(Permission.ORDER_REPLAY)
    public int replayAll(OrderFilter filter) {
        OrderFilter dead = filter.states().isEmpty() ? filter.with(OrderFilter.DEAD_LETTERS.states()) : filter;
        List<OrderId> ids = search.ids(dead, BULK);
        return Math.toIntExact(ids.stream().map(desk::replay).filter(OrderOutcome.Done.class::isInstance).count());
    }

    /**
     * Tries it again with a corrected document; each version is kept.
     *
     * @param revision of the document that was corrected, 0 when it could not be understood
     * @param document one order as {@code order-1.json} describes it
     */
    @Requires(Permission.ORDER_REPLAY)
    public OrderOutcome correct(OrderId id, int revision, String document) {
        return desk.correct(id, revision, document);
    }

    /** Accepts what rules held back: those that hold it now are passed over for this order; what refuses it still does. */
    @Requires(Permission.ORDER_REPLAY)
    public OrderOutcome waive(OrderId id) {
        return desk.waive(id);
    }

    /** Lays it aside for good. @param reason not blank; audited */
    @Requires(Permission.ORDER_REPLAY)
    public OrderOutcome discard(OrderId id, String reason) {
        return desk.discard(id, reason);
    }
}
