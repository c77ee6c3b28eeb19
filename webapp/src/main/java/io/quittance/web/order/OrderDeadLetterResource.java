package io.quittance.web.order;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
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
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Inject
    Once once;

    /** A corrected document. @param revision that was corrected, 0 when it could not be understood. @param document JSON text */
    public record CorrectionInput(int revision, String document) {
    }

    /** Why it is laid aside for good. */
    public record DiscardInput(String reason) {
    }

    /** The order that it was done to. */
    public record DoneJson(String id) {
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
    @Idempotent
    @Operation(operationId = "replayOrders", summary = "Try all that fit again, at most 500 at a time")
    @APIResponseSchema(value = ReplayedJson.class, responseCode = "200", responseDescription = "How many")
    public Response replayAll(@BeanParam OrderParameters wanted, @Context ContainerRequestContext request) {
        Parameters parameters = new Parameters();
        OrderFilter filter = waiting(wanted.filter(parameters));
        parameters.check();
        return once.answer(request, Permission.ORDER_REPLAY,
                () -> new Once.Answer(Response.Status.OK, "", new ReplayedJson(letters.replayAll(filter))));
    }

    @POST
    @Path("{id}/replay")
    @Idempotent
    @Operation(operationId = "replayOrder", summary = "Try it again as it is, by the rules of now")
    @APIResponseSchema(value = DoneJson.class, responseCode = "202", responseDescription = "It is tried again")
    public Response replay(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return done(request, () -> letters.replay(order(id)));
    }

    @PUT
    @Path("{id}/document")
    @Idempotent
    @Operation(operationId = "correctOrder", summary = "Try it again with a corrected document; each version is kept")
    @APIResponseSchema(value = DoneJson.class, responseCode = "202", responseDescription = "It is tried again")
    public Response correct(@PathParam("id") String id, @Context ContainerRequestContext request, CorrectionInput input) {
        return done(request, () -> letters.correct(order(id), input.revision(), input.document()));
    }

    @POST
    @Path("{id}/waiver")
    @Idempotent
    @Operation(operationId = "waiveOrder", summary = "Accept what rules hold back")
    @APIResponseSchema(value = DoneJson.class, responseCode = "202", responseDescription = "It is tried again without those rules")
    public Response waive(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return done(request, () -> letters.waive(order(id)));
    }

    @POST
    @Path("{id}/discard")
    @Idempotent
    @Operation(operationId = "discardOrder", summary = "Lay it aside for good")
    @APIResponseSchema(value = DoneJson.class, responseCode = "202", responseDescription = "Laid aside")
    public Response discard(@PathParam("id") String id, @Context ContainerRequestContext request, DiscardInput input) {
        return done(request, () -> letters.discard(order(id), input.reason()));
    }

    private static OrderId order(String id) {
        return new OrderId(Parameters.id(id));
    }

    private Response done(ContainerRequestContext request, Supplier<OrderOutcome> deed) {
        return once.answer(request, Permission.ORDER_REPLAY, () -> switch (deed.get()) {
            case OrderOutcome.Done(OrderId id) -> new Once.Answer(Response.Status.ACCEPTED, "", new DoneJson(id.toString()));
            case OrderOutcome.Refused(List<Fault> faults) -> throw Refusal.of(faults);
            case OrderOutcome.NotWaiting other -> throw Refusal.of(Kind.CONFLICT);
            case OrderOutcome.Unknown unknown -> throw Refusal.notFound();
        });
    }
}
