package io.quittance.web.hooks;

import io.quittance.intake.ReceiveOutcome;
import io.quittance.intake.boundary.WebhookIntake;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
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

/** Where gateways deliver. The address proposes the tenant; only a signature over the raw bytes proves it. */
@RequestScoped
@Path("{installation}")
@Tag(name = "Webhooks")
public class HookResource {

    private static final String RETRY_SECONDS = "15";

    @Inject
    WebhookIntake intake;

    @POST
    @Operation(operationId = "receiveWebhook", summary = "Take a gateway's delivery; 200 means that it is kept durably")
    @APIResponse(responseCode = "200", description = "Kept, now or at an earlier delivery")
    public Response receive(@PathParam("installation") String installation, @Context HttpHeaders headers, byte[] body) {
        ReceiveOutcome outcome = intake.receive(installation, Map.copyOf(headers.getRequestHeaders()), body == null ? new byte[0] : body);
        return switch (outcome) {
            case ReceiveOutcome.Accepted kept -> Response.ok().build();
            case ReceiveOutcome.Forged forged -> throw Refusal.of(Kind.UNAUTHENTICATED);
            case ReceiveOutcome.UnknownRoute nowhere -> throw Refusal.notFound();
            case ReceiveOutcome.TooLarge large -> throw Refusal.of(Kind.TOO_LARGE, "body.limit", WebhookIntake.LONGEST_BODY);
            case ReceiveOutcome.TryLater later -> Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
        };
    }
}
