package io.quittance.web.order;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderId;
import io.quittance.order.OrderOutcome;
import io.quittance.order.OrderRow;
import io.quittance.order.OrderSort;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.OrderList;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders that were refused, are held, or could not be understood. */
@RequestScoped
@Path("order-dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderDeadLetterResource {

    @Inject
    OrderList orders;
    @Inject
    OrderDeadLetters letters;

    /** A corrected document. @param revision that was corrected, 0 when it could not be understood. @param document JSON text */
    public record CorrectionInput(int revision, String document) {
    }

    /** Why it is laid aside for good. */
    public record DiscardInput(String reason) {
    }

    /** How many orders are tried again. */
    public record ReplayedJson(int orders) {
    }

    @GET
    @Operation(operationId = "listOrderDeadLetters", summary = "Orders that wait for a person, the most money at stake first")
    @APIResponseSchema(value = OrderResource.OrderPage.class, responseCode = "200", responseDescription = "The page")
    public OrderResource.OrderPage list(@BeanParam OrderParameters wanted, @BeanParam Paging paging, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters();
        OrderFilter filter = waiting(wanted.filter(parameters));
        Page.Request<OrderSort> request = parameters.page(paging, OrderSort.class, OrderSort.STAKE);
        parameters.check();
        Page<OrderRow> page = orders.page(filter, request);
        Locale language = CallerLanguage.of(headers);
        return new OrderResource.OrderPage(page.rows().stream().map(row -> OrderRowJson.of(row, language)).toList(), page.total());
    }

    private static OrderFilter waiting(OrderFilter filter) {
        return filter.states().isEmpty() ? filter.with(OrderFilter.DEAD_LETTERS.states()) : filter;
    }

    @POST
    @Path("replays")
    @Operation(operationId = "replayOrders", summary = "Try all that fit again, at most 500 at a time")
    @APIResponseSchema(value = ReplayedJson.class, responseCode = "200", responseDescription = "How many")
    public ReplayedJson replayAll(@BeanParam OrderParameters wanted) {
        Parameters parameters = new Parameters();
        OrderFilter filter = waiting(wanted.filter(parameters));
        parameters.check();
        return new ReplayedJson(letters.replayAll(filter));
    }

    @POST
    @Path("{id}/replay")
    @Operation(operationId = "replayOrder", summary = "Try it again as it is, by the rules of now")
    @APIResponse(responseCode = "202", description = "It is tried again")
    public Response replay(@PathParam("id") String id) {
        return done(letters.replay(order(id)));
    }

    @PUT
    @Path("{id}/document")
    @Operation(operationId = "correctOrder", summary = "Try it again with a corrected document; each version is kept")
    @APIResponse(responseCode = "202", description = "It is tried again")
    public Response correct(@PathParam("id") String id, CorrectionInput input) {
        return done(letters.correct(order(id), input.revision(), input.document()));
    }

    @POST
    @Path("{id}/waiver")
    @Operation(operationId = "waiveOrder", summary = "Accept what rules hold back")
    @APIResponse(responseCode = "202", description = "It is tried again without those rules")
    public Response waive(@PathParam("id") String id) {
        return done(letters.waive(order(id)));
    }

    @POST
    @Path("{id}/discard")
    @Operation(operationId = "discardOrder", summary = "Lay it aside for good")
    @APIResponse(responseCode = "202", description = "Laid aside")
    public Response discard(@PathParam("id") String id, DiscardInput input) {
        return done(letters.discard(order(id), input.reason()));
    }

    private static OrderId order(String id) {
        return new OrderId(Parameters.id(id));
    }

    private static Response done(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Done done -> Response.accepted().build();
            case OrderOutcome.Refused(List<Fault> faults) -> throw Refusal.of(faults);
            case OrderOutcome.NotWaiting other -> throw Refusal.of(Kind.CONFLICT);
            case OrderOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
