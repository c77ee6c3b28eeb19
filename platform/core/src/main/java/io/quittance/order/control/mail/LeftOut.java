package io.quittance.order.control.mail;

import io.quittance.Fault;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says of mail that could not be taken whole what was left out of it. */
@ApplicationScoped
public class LeftOut implements OrderReader {

    static final String MEDIA_TYPE = "message/x-left-out";

    @Override
    public boolean reads(ChannelAccount account, Payload payload) {
        return account.kind() == ChannelKind.MAIL && payload.mediaType().equals(MEDIA_TYPE);
    }

    @Override
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        String[] lines = new String(payload.body(), StandardCharsets.UTF_8).split("\n");
        return new ReadOutcome.Unreadable(List.of(Fault.of("attachments", payload.name(), "mailbox.leftOut",
                lines.length > 1 ? lines[1] : "")));
    }
}
