package io.quittance.web.webhook;

import io.quittance.Page;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import io.quittance.web.webhook.WebhookJson.DeliveryJson;
import io.quittance.web.webhook.WebhookJson.DeliveryPageJson;
import io.quittance.web.webhook.WebhookJson.DeliveryRowJson;
import io.quittance.web.webhook.WebhookJson.EndpointInput;
import io.quittance.web.webhook.WebhookJson.EndpointJson;
import io.quittance.web.webhook.WebhookJson.ResendInput;
import io.quittance.web.webhook.WebhookJson.ResentJson;
import io.quittance.web.webhook.WebhookJson.SecretJson;
import io.quittance.webhook.DeliveryRow;
import io.quittance.webhook.DeliveryState;
import io.quittance.webhook.DeliveryView;
import io.quittance.webhook.EndpointId;
import io.quittance.webhook.EndpointOutcome;
import io.quittance.webhook.boundary.Deliveries;
import io.quittance.webhook.boundary.Endpoints;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a business wants to be told what happened, and the log of what was told. */
@RequestScoped
@Path("webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    @Inject
    Endpoints endpoints;
    @Inject
    Deliveries deliveries;

    @GET
    @Operation(operationId = "listWebhookEndpoints", summary = "The endpoints, oldest first")
    @APIResponseSchema(value = EndpointJson[].class, responseCode = "200", responseDescription = "The endpoints")
    public List<EndpointJson> list() {
        return endpoints.all().stream().map(EndpointJson::of).toList();
    }

    @GET
    @Path("types")
    @Operation(operationId = "listWebhookTypes", summary = "What endpoints can be told")
    @APIResponseSchema(value = String[].class, responseCode = "200", responseDescription = "The types of events")
    public List<String> types() {
        return endpoints.types();
    }

    @POST
    @Operation(operationId = "createWebhookEndpoint", summary = "Have an address told; there is one endpoint for each address",
            description = "The answer carries the secret that signs, this once.")
    @APIResponseSchema(value = SecretJson.class, responseCode = "201", responseDescription = "Made; Location names it")
    public Response create(EndpointInput input) {
        SecretJson made = secret(endpoints.create(input.details()));
        return Response.status(Response.Status.CREATED).location(URI.create("/api/v1/webhook-endpoints/" + made.endpoint().id()))
                .entity(made).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhookEndpoint", summary = "An endpoint as it stands")
    @APIResponseSchema(value = EndpointJson.class, responseCode = "200", responseDescription = "The endpoint")
    public EndpointJson get(@PathParam("id") String id) {
        return endpoints.find(endpoint(id)).map(EndpointJson::of).orElseThrow(Refusal::notFound);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeWebhookEndpoint", summary = "Change what it is told, and where")
    @APIResponseSchema(value = EndpointJson.class, responseCode = "200", responseDescription = "The endpoint")
    public EndpointJson change(@PathParam("id") String id, EndpointInput input) {
        return saved(endpoints.change(endpoint(id), input.details()));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteWebhookEndpoint", summary = "Remove it with all that was meant for it")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") String id) {
        if (!endpoints.remove(endpoint(id))) {
            throw Refusal.notFound();
        }
    }

    @POST
    @Path("{id}/secret")
    @Operation(operationId = "rotateWebhookSecret", summary = "Make a new secret",
            description = "The old one goes on signing beside it for 24 hours. The answer carries the new one, this once.")
    @APIResponseSchema(value = SecretJson.class, responseCode = "200", responseDescription = "The endpoint and its new secret")
    public SecretJson rotate(@PathParam("id") String id) {
        return secret(endpoints.rotate(endpoint(id)));
    }

    @PUT
    @Path("{id}/pause")
    @Operation(operationId = "pauseWebhookEndpoint", summary = "Keep for it what happens, and send nothing")
    @APIResponseSchema(value = EndpointJson.class, responseCode = "200", responseDescription = "The endpoint")
    public EndpointJson pause(@PathParam("id") String id) {
        return saved(endpoints.move(endpoint(id), false));
    }

    @DELETE
    @Path("{id}/pause")
    @Operation(operationId = "activateWebhookEndpoint", summary = "Let it go on, also after it was given up")
    @APIResponseSchema(value = EndpointJson.class, responseCode = "200", responseDescription = "The endpoint")
    public EndpointJson activate(@PathParam("id") String id) {
        return saved(endpoints.move(endpoint(id), true));
    }

    @POST
    @Path("{id}/test")
    @Operation(operationId = "testWebhookEndpoint", summary = "Send an event that means nothing")
    @APIResponse(responseCode = "202", description = "It is sent; Location names the delivery")
    public Response test(@PathParam("id") String id) {
        long delivery = deliveries.test(endpoint(id)).orElseThrow(Refusal::notFound);
        return Response.accepted().location(URI.create("/api/v1/webhook-endpoints/" + id + "/deliveries/" + delivery)).build();
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(operationId = "listWebhookDeliveries", summary = "What it was told, newest first")
    @APIResponseSchema(value = DeliveryPageJson.class, responseCode = "200", responseDescription = "A page of the log")
    public DeliveryPageJson deliveries(@PathParam("id") String id, @BeanParam Paging paging, @QueryParam("state") List<String> states) {
        Parameters parameters = new Parameters();
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        var wanted = parameters.anyOf("state", states, DeliveryState.class);
        parameters.check();
        EndpointId endpoint = endpoint(id);
        endpoints.find(endpoint).orElseThrow(Refusal::notFound);
        Page<DeliveryRow> page = deliveries.page(endpoint, wanted, offset, limit);
        return new DeliveryPageJson(page.rows().stream().map(DeliveryRowJson::of).toList(), page.total());
    }

    @POST
    @Path("{id}/resend")
    @Operation(operationId = "resendWebhookDeliveries", summary = "Send again all that was given up since an instant")
    @APIResponseSchema(value = ResentJson.class, responseCode = "202", responseDescription = "How many are sent again")
    public Response resendDead(@PathParam("id") String id, ResendInput input) {
        EndpointId endpoint = endpoint(id);
        endpoints.find(endpoint).orElseThrow(Refusal::notFound);
        return Response.accepted(new ResentJson(deliveries.resendDead(endpoint, input.since()))).build();
    }

    @GET
    @Path("{id}/deliveries/{delivery}")
    @Operation(operationId = "getWebhookDelivery", summary = "A delivery with its body and every try")
    @APIResponseSchema(value = DeliveryJson.class, responseCode = "200", responseDescription = "The delivery")
    public DeliveryJson delivery(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return DeliveryJson.of(view(id, delivery));
    }

    @POST
    @Path("{id}/deliveries/{delivery}/resend")
    @Operation(operationId = "resendWebhookDelivery", summary = "Send one again, under the same id")
    @APIResponse(responseCode = "202", description = "It is sent again")
    public Response resend(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        if (!deliveries.resend(view(id, delivery).row().id())) {
            throw Refusal.of(Kind.CONFLICT, "webhook.waits");
        }
        return Response.accepted().build();
    }

    private DeliveryView view(String id, String delivery) {
        EndpointId endpoint = endpoint(id);
        return deliveries.find(Parameters.id(delivery)).filter(found -> found.row().endpoint().equals(endpoint))
                .orElseThrow(Refusal::notFound);
    }

    private static EndpointJson saved(EndpointOutcome outcome) {
        return switch (outcome) {
            case EndpointOutcome.Saved saved -> EndpointJson.of(saved.endpoint());
            case EndpointOutcome.WithSecret made -> EndpointJson.of(made.endpoint());
            case EndpointOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case EndpointOutcome.Unknown _ -> throw Refusal.notFound();
        };
    }

    private static SecretJson secret(EndpointOutcome outcome) {
        return outcome instanceof EndpointOutcome.WithSecret made ? new SecretJson(EndpointJson.of(made.endpoint()), made.secret())
                : new SecretJson(saved(outcome), "");
    }

    private static EndpointId endpoint(String id) {
        return new EndpointId(Parameters.id(id));
    }
}
