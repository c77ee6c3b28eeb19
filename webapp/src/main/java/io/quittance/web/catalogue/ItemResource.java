package io.quittance.web.catalogue;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.catalogue.Item;
import io.quittance.catalogue.ItemFilter;
import io.quittance.catalogue.ItemId;
import io.quittance.catalogue.ItemOutcome;
import io.quittance.catalogue.ItemSort;
import io.quittance.catalogue.boundary.Catalogue;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the business sells. */
@RequestScoped
@Path("items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class ItemResource {

    @Inject
    Catalogue catalogue;
    @Inject
    Once once;

    /** Whether an item can be put on new invoices. */
    public enum ItemState {
        ACTIVE,
        RETIRED
    }

    /** A page of items; total counts all pages. */
    public record ItemPage(List<ItemJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listItems", summary = "A page of the items that fit")
    @APIResponseSchema(value = ItemPage.class, responseCode = "200", responseDescription = "The page")
    public ItemPage list(
            @Parameter(description = "Found in code or name") @QueryParam("text") String text,
            @Parameter(description = "ACTIVE or RETIRED; both by default") @QueryParam("state") String state,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        ItemFilter filter = new ItemFilter(Optional.ofNullable(text).orElse(""),
                parameters.oneOf("state", state, ItemState.class).map(wanted -> wanted == ItemState.ACTIVE));
        Page.Request<ItemSort> request = parameters.page(paging, ItemSort.class, ItemSort.CODE);
        parameters.check();
        Page<Item> page = catalogue.page(filter, request);
        return new ItemPage(page.rows().stream().map(ItemJson::of).toList(), page.total());
    }

    @POST
    @Idempotent
    @Operation(operationId = "createItem", summary = "Create an item")
    @APIResponseSchema(value = ItemJson.class, responseCode = "201", responseDescription = "Created; Location names it")
    public Response create(ItemInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_WRITE, () -> {
            Item item = saved(catalogue.create(input.details()));
            String location = request.getUriInfo().getAbsolutePathBuilder().path(item.id().toString()).build().getPath();
            return new Once.Answer(Response.Status.CREATED, location, ItemJson.of(item));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getItem", summary = "An item in full")
    @APIResponseSchema(value = ItemJson.class, responseCode = "200", responseDescription = "The item")
    public ItemJson get(@PathParam("id") String id) {
        return catalogue.find(item(id)).map(ItemJson::of).orElseThrow(Refusal::notFound);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeItem", summary = "Replace what is said about an item; invoices keep what they say")
    @APIResponseSchema(value = ItemJson.class, responseCode = "200", responseDescription = "The item as it is now")
    public ItemJson change(@PathParam("id") String id, ItemInput input) {
        return ItemJson.of(saved(catalogue.change(item(id), input.details())));
    }

    @POST
    @Path("{id}/retirement")
    @Idempotent
    @Operation(operationId = "retireItem", summary = "Take an item from the choice for new invoices")
    @APIResponseSchema(value = ItemJson.class, responseCode = "200", responseDescription = "Retired, now or before")
    public Response retire(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_WRITE,
                () -> new Once.Answer(Response.Status.OK, "", ItemJson.of(saved(catalogue.retire(item(id))))));
    }

    @POST
    @Path("{id}/reinstatement")
    @Idempotent
    @Operation(operationId = "reinstateItem", summary = "Offer a retired item again")
    @APIResponseSchema(value = ItemJson.class, responseCode = "200", responseDescription = "In use, now or before")
    public Response reinstate(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_WRITE,
                () -> new Once.Answer(Response.Status.OK, "", ItemJson.of(saved(catalogue.reinstate(item(id))))));
    }

    private static ItemId item(String id) {
        return new ItemId(Parameters.id(id));
    }

    private static Item saved(ItemOutcome outcome) {
        return switch (outcome) {
            case ItemOutcome.Saved done -> done.item();
            case ItemOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ItemOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
