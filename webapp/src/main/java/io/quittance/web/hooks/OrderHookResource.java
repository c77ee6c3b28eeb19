package io.quittance.web.hooks;

import io.quittance.order.DeliveryOutcome;
import io.quittance.order.boundary.OrderDoor;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.BodyLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where shops deliver their orders. The address proposes the account; only a signature over the raw bytes proves it. */
@RequestScoped
@Path("orders/{account}")
@Tag(name = "Webhooks")
public class OrderHookResource {

    private static final String RETRY_SECONDS = "15";

    @Inject
    OrderDoor door;

    @POST
    @BodyLimit(bytes = OrderDoor.LONGEST_BODY)
    @Operation(operationId = "receiveOrders", summary = "Take a shop's delivery; 200 means that it is kept durably")
    @APIResponse(responseCode = "200", description = "Kept, now or at an earlier delivery; or no news about orders")
    public Response receive(@PathParam("account") String account, @Context HttpHeaders headers, byte[] body) {
        DeliveryOutcome outcome = door.receive(account, Map.copyOf(headers.getRequestHeaders()), body == null ? new byte[0] : body);
        return switch (outcome) {
            case DeliveryOutcome.Accepted kept -> Response.ok().build();
            case DeliveryOutcome.Forged forged -> throw Refusal.of(Kind.UNAUTHENTICATED);
            case DeliveryOutcome.UnknownRoute nowhere -> throw Refusal.notFound();
            case DeliveryOutcome.TooLarge(int most) -> throw Refusal.of(Kind.TOO_LARGE, "body.limit", most);
            case DeliveryOutcome.TryLater later -> Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
        };
    }
}
