package io.quittance.web.order;

import io.quittance.order.ChannelId;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderState;
import io.quittance.order.RuleKind;
import io.quittance.web.rest.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which orders to list. */
public class OrderParameters {

    @QueryParam("state")
    @Parameter(description = "RECEIVED, ACCEPTED, HELD, REJECTED, DEAD or DISCARDED; may be given several times", example = "REJECTED")
    List<String> state;

    @QueryParam("channel")
    @Parameter(description = "Id of a channel's account")
    String channel;

    @QueryParam("rule")
    @Parameter(description = "Only those that break this rule", example = "TOTALS")
    String rule;

    @QueryParam("text")
    @Parameter(description = "Reference or buyer begins with it")
    String text;

    OrderFilter filter(Parameters parameters) {
        return new OrderFilter(text, parameters.anyOf("state", state, OrderState.class),
                parameters.reference("channel", channel).map(ChannelId::new), parameters.oneOf("rule", rule, RuleKind.class));
    }
}
