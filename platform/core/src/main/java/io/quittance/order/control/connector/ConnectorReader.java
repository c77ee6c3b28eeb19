package io.quittance.order.control.connector;

import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import io.quittance.order.control.OrderJsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads what connected systems told, which was kept in our own shape. */
@ApplicationScoped
public class ConnectorReader implements OrderReader {

    @Override
    public boolean reads(ChannelAccount account, Payload payload) {
        return account.kind() == ChannelKind.CONNECTOR;
    }

    @Override
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        ReadOutcome outcome = OrderJsonReader.read(payload.body());
        if (!payload.mediaType().equals(SourceOrders.WITHDRAWN) || !(outcome instanceof ReadOutcome.Read read)) {
            return outcome;
        }
        List<ReadOutcome.Withdrawal> gone = read.orders().stream().map(ConnectorReader::withdrawal).toList();
        return new ReadOutcome.Read(List.of(), read.unreadable(), gone);
    }

    private static ReadOutcome.Withdrawal withdrawal(CanonicalOrder order) {
        return new ReadOutcome.Withdrawal(order.reference(), Optional.of(order), "cancelled");
    }
}
