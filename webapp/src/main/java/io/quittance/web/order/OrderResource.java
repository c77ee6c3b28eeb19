package io.quittance.web.order;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.order.ChannelId;
import io.quittance.order.Finding;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderId;
import io.quittance.order.OrderRow;
import io.quittance.order.OrderSort;
import io.quittance.order.OrderState;
import io.quittance.order.OrderView;
import io.quittance.order.Payload;
import io.quittance.order.Receipt;
import io.quittance.order.RuleKind;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderIntake;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders, by whatever channel they came. */
@RequestScoped
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderResource {

    @Inject
    OrderIntake intake;
    @Inject
    OrderList orders;
    @Inject
    Channels channels;
    @Inject
    Once once;

    /** A page of orders. */
    public record OrderPage(List<OrderRowJson> rows, long total) {
    }

    /**
     * An order in full.
     *
     * @param revision of the document; 0 when it could not be understood
     * @param document the order as JSON text
     * @param prepaid  what is said to have been paid where it was placed; no money
     */
    public record OrderJson(OrderRowJson order, int revision, String document, ReceivedJson received, String customer,
            Set<RuleKind> waived, String closedNote, List<PrepaidJson> prepaid) {
    }

    /** What an order came in. */
    public record ReceivedJson(String mediaType, String name, int bytes, Instant at, String actor) {
    }

    /** Money that is said to have been paid. */
    public record PrepaidJson(String gateway, String reference, String amount, Instant paidAt) {
    }

    @GET
    @Operation(operationId = "listOrders", summary = "A page of the orders that fit")
    @APIResponseSchema(value = OrderPage.class, responseCode = "200", responseDescription = "The page")
    public OrderPage list(@BeanParam OrderParameters wanted, @BeanParam Paging paging, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters();
        OrderFilter filter = wanted.filter(parameters);
        Page.Request<OrderSort> request = parameters.page(paging, OrderSort.class, OrderSort.RECEIVED);
        parameters.check();
        Page<OrderRow> page = orders.page(filter, request);
        Locale language = CallerLanguage.of(headers);
        return new OrderPage(page.rows().stream().map(row -> OrderRowJson.of(row, language)).toList(), page.total());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOrder", summary = "An order in full")
    @APIResponseSchema(value = OrderJson.class, responseCode = "200", responseDescription = "The order")
    public OrderJson get(@PathParam("id") String id, @Context HttpHeaders headers) {
        return json(orders.find(new OrderId(Parameters.id(id))).orElseThrow(Refusal::notFound), CallerLanguage.of(headers));
    }

    @POST
    @Idempotent
    @Operation(operationId = "createOrder", summary = "Hand in an order in our own shape, or an invoice issued elsewhere: it is kept,"
            + " judged by the rules, and becomes an invoice; what rules hold back waits for a person (202)")
    @APIResponseSchema(value = OrderJson.class, responseCode = "201", responseDescription = "The order, with its invoice")
    public Response create(
            @Parameter(description = "Id of a channel's account; the API's own by default") @QueryParam("channel") String channel,
            @Context ContainerRequestContext request, @Context HttpHeaders headers, byte[] body) {
        Parameters parameters = new Parameters();
        Optional<ChannelId> account = parameters.reference("channel", channel).map(ChannelId::new);
        parameters.check();
        String order = once.kept(request, Permission.ORDER_WRITE, () -> {
            ChannelId into = account.orElseGet(() -> channels.ownApi().id());
            return kept(intake.receive(into, new Payload(MediaType.APPLICATION_JSON, "", body == null ? new byte[0] : body)));
        });
        OrderId id = new OrderId(Long.parseLong(order));
        intake.judgeNow(id);
        return answer(orders.find(id).orElseThrow(Refusal::notFound), CallerLanguage.of(headers));
    }

    private static String kept(Receipt receipt) {
        List<Receipt.Entry> entries = switch (receipt) {
            case Receipt.Kept kept -> kept.entries();
            case Receipt.Repeated repeated -> repeated.entries();
            case Receipt.TooLarge large -> throw Refusal.of(Kind.TOO_LARGE, "body.limit", large.most());
            case Receipt.NoSuchChannel none -> throw Refusal.notFound();
        };
        if (entries.size() != 1) {
            throw Refusal.of(List.of(Fault.of("", entries.size(), "order.justOne")));
        }
        return entries.getFirst().order().toString();
    }

    private static Response answer(OrderView view, Locale language) {
        OrderState state = view.row().state();
        if (state == OrderState.REJECTED || state == OrderState.DEAD) {
            throw Refusal.of(view.row().findings().stream().map(Finding::fault).toList());
        }
        Response.Status status = state == OrderState.ACCEPTED ? Response.Status.CREATED : Response.Status.ACCEPTED;
        return Response.status(status).header(HttpHeaders.LOCATION, "/api/v1/orders/" + view.row().id())
                .entity(json(view, language)).build();
    }

    private static OrderJson json(OrderView view, Locale language) {
        OrderView.Received received = view.received();
        return new OrderJson(OrderRowJson.of(view.row(), language), view.revision(), view.document(),
                new ReceivedJson(received.mediaType(), received.name(), received.bytes(), received.at(), received.actor()),
                view.customer().map(customer -> customer.toString()).orElse(null), view.waived(), view.closedNote(),
                view.prepaid().stream().map(paid -> new PrepaidJson(paid.gateway(), paid.reference(), paid.amount().toPlainString(),
                        paid.paidAt().orElse(null))).toList());
    }
}
