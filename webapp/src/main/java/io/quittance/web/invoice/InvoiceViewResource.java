package io.quittance.web.invoice;

import io.quittance.Currencies;
import io.quittance.access.Permission;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.SavedView;
import io.quittance.invoice.ViewOutcome;
import io.quittance.invoice.boundary.SavedViews;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Saved views of the list of invoices. */
@RequestScoped
@Path("invoice-views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices")
public class InvoiceViewResource {

    @Inject
    SavedViews views;
    @Inject
    Once once;

    /** A filter as the list of invoices takes it. */
    public record FilterJson(Optional<Set<InvoiceStatus>> status, Optional<String> customer, Optional<String> segment,
            Optional<String> currency, Optional<LocalDate> issuedFrom, Optional<LocalDate> issuedTo, Optional<String> text) {

        static FilterJson of(InvoiceFilter filter) {
            return new FilterJson(Optional.of(filter.statuses()), filter.customer().map(CustomerId::toString),
                    Optional.of(filter.segment()), filter.currency().map(Currency::getCurrencyCode), filter.issuedFrom(),
                    filter.issuedTo(), Optional.of(filter.text()));
        }

        InvoiceFilter filter() {
            Parameters parameters = new Parameters();
            Optional<CustomerId> of = parameters.reference("filter.customer", customer.orElse(null)).map(CustomerId::new);
            Optional<Currency> in = currency.flatMap(Currencies::find);
            if (currency.isPresent() && in.isEmpty()) {
                parameters.fault("filter.currency", currency.get(), "parameter.currency");
            }
            parameters.requireOrdered("filter.issuedFrom", issuedFrom, issuedTo);
            parameters.check();
            return new InvoiceFilter(status.orElse(Set.of()), of, segment.orElse(""), in, issuedFrom, issuedTo, text.orElse(""));
        }
    }

    /**
     * What a view is to be.
     *
     * @param shared for everybody, false by default; not changed afterwards
     * @param sort   CREATED by default
     * @param order  asc, or desc by default
     */
    public record ViewInput(String name, Optional<Boolean> shared, Optional<FilterJson> filter, Optional<InvoiceSort> sort,
            Optional<String> order) {

        InvoiceFilter wanted() {
            return filter.map(FilterJson::filter).orElse(InvoiceFilter.ALL);
        }

        InvoiceSort by() {
            return sort.orElse(InvoiceSort.CREATED);
        }

        boolean isAscending() {
            return order.filter("asc"::equals).isPresent();
        }
    }

    /** A saved view. @param isDefault the list of whoever asks begins with it */
    public record ViewJson(String id, String name, boolean shared, FilterJson filter, InvoiceSort sort, String order, boolean isDefault) {

        static ViewJson of(SavedView view) {
            return new ViewJson(Long.toString(view.id()), view.name(), view.shared(), FilterJson.of(view.filter()), view.sort(),
                    view.ascending() ? "asc" : "desc", view.isDefault());
        }
    }

    @GET
    @Operation(operationId = "listInvoiceViews", summary = "One's own views and those of everybody, by name")
    @APIResponseSchema(value = ViewJson[].class, responseCode = "200", responseDescription = "The views")
    public List<ViewJson> list() {
        return views.all().stream().map(ViewJson::of).toList();
    }

    @POST
    @Idempotent
    @Operation(operationId = "saveInvoiceView", summary = "Save filters and order under a name, for oneself or for everybody")
    @APIResponseSchema(value = ViewJson.class, responseCode = "201", responseDescription = "Saved; Location names it")
    public Response save(ViewInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_READ, () -> {
            SavedView view = done(views.save(input.name(), input.shared().orElse(false), input.wanted(), input.by(), input.isAscending()));
            String location = request.getUriInfo().getAbsolutePathBuilder().path(Long.toString(view.id())).build().getPath();
            return new Once.Answer(Response.Status.CREATED, location, ViewJson.of(view));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getInvoiceView", summary = "A saved view")
    @APIResponseSchema(value = ViewJson.class, responseCode = "200", responseDescription = "The view")
    public ViewJson get(@PathParam("id") String id) {
        return views.find(Parameters.id(id)).map(ViewJson::of).orElseThrow(Refusal::notFound);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeInvoiceView", summary = "Replace name, filters and order; who sees it stays as it was")
    @APIResponseSchema(value = ViewJson.class, responseCode = "200", responseDescription = "The view as it is now")
    public ViewJson change(@PathParam("id") String id, ViewInput input) {
        return ViewJson.of(done(views.change(Parameters.id(id), input.name(), input.wanted(), input.by(), input.isAscending())));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteInvoiceView", summary = "Delete a saved view")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") String id) {
        done(views.delete(Parameters.id(id)));
        return Response.noContent().build();
    }

    @PUT
    @Path("{id}/default")
    @Operation(operationId = "beginWithInvoiceView", summary = "Begin one's list with this view")
    @APIResponse(responseCode = "204", description = "The list begins with it")
    public Response begin(@PathParam("id") String id) {
        if (!views.beginWith(Optional.of(Parameters.id(id)))) {
            throw Refusal.notFound();
        }
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}/default")
    @Operation(operationId = "beginWithAllInvoices", summary = "Begin one's list with all invoices")
    @APIResponse(responseCode = "204", description = "The list begins with all invoices")
    public Response forget(@PathParam("id") String id) {
        get(id);
        views.beginWith(Optional.empty());
        return Response.noContent().build();
    }

    private static SavedView done(ViewOutcome outcome) {
        return switch (outcome) {
            case ViewOutcome.Done told -> told.view();
            case ViewOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ViewOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
