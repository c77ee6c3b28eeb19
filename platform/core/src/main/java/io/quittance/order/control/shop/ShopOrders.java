package io.quittance.order.control.shop;

import io.quittance.Fault;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an order as a shop's webhook tells it: whole at every change, and without any lines once it was deleted there. */
abstract class ShopOrders implements OrderReader {

    private final ChannelKind kind;

    ShopOrders(ChannelKind kind) {
        this.kind = kind;
    }

    /** Reads what is there; what cannot be read is a fault of the part. */
    abstract CanonicalOrder order(ShopJson root, ChannelAccount account);

    /** What the shop's own states mean for an order that could be read. */
    abstract ReadOutcome judge(CanonicalOrder order, ShopJson root, ChannelAccount account);

    @Override
    public boolean reads(ChannelAccount account, Payload payload) {
        return account.kind() == kind;
    }

    @Override
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        List<Fault> faults = new ArrayList<>();
        Optional<ShopJson> root = ShopJson.parse(payload.body(), faults);
        if (root.isEmpty()) {
            return new ReadOutcome.Unreadable(faults);
        }
        String reference = root.get().text("id");
        if (reference.isEmpty()) {
            root.get().fault("id", "", "shop.missing");
            return new ReadOutcome.Unreadable(faults);
        }
        if (!root.get().has("line_items")) {
            return ReadOutcome.Read.withdrawn(new ReadOutcome.Withdrawal(reference, Optional.empty(), "deleted"));
        }
        CanonicalOrder order = order(root.get(), account);
        return faults.isEmpty() ? judge(order, root.get(), account) : new ReadOutcome.Unreadable(faults);
    }

    static ReadOutcome withdrawn(CanonicalOrder order, String reason) {
        return ReadOutcome.Read.withdrawn(new ReadOutcome.Withdrawal(order.reference(), Optional.of(order), reason));
    }
}
