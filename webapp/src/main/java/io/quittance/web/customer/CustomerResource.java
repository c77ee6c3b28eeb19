package io.quittance.web.customer;

import io.quittance.Page;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.CustomerRow;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.boundary.Customers;
import io.quittance.tenancy.CurrentTenant;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers. */
@RequestScoped
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerResource {

    @Inject
    Customers customers;
    @Inject
    CurrentTenant tenant;

    /** A customer as a line of a list. */
    public record CustomerRowJson(String id, String name, CustomerKind kind, String segment, String externalRef, String email,
            String country, int termsDays) {

        static CustomerRowJson of(CustomerRow row) {
            return new CustomerRowJson(row.id().toString(), row.name(), row.kind(), row.segment(), row.externalRef(), row.email(),
                    row.country(), row.termsDays());
        }
    }

    /** A page of customers; total counts all pages. */
    public record CustomerPage(List<CustomerRowJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listCustomers", summary = "A page of the customers that fit")
    @APIResponseSchema(value = CustomerPage.class, responseCode = "200", responseDescription = "The page")
    public CustomerPage list(
            @Parameter(description = "Found in name, reference, e-mail or tax id") @QueryParam("text") String text,
            @Parameter(description = "BUSINESS, CONSUMER or PUBLIC_BODY") @QueryParam("kind") String kind,
            @Parameter(description = "The business's own grouping") @QueryParam("segment") String segment,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        CustomerFilter filter = new CustomerFilter(Optional.ofNullable(text).orElse(""), parameters.oneOf("kind", kind, CustomerKind.class),
                Optional.ofNullable(segment).orElse(""));
        Page.Request<CustomerSort> request = parameters.page(paging, CustomerSort.class, CustomerSort.NAME);
        parameters.check();
        Page<CustomerRow> page = customers.page(filter, request);
        return new CustomerPage(page.rows().stream().map(CustomerRowJson::of).toList(), page.total());
    }

    @POST
    @Operation(operationId = "createCustomer", summary = "Create a customer")
    @APIResponseSchema(value = CustomerJson.class, responseCode = "201", responseDescription = "Created; Location names it")
    public Response create(CustomerInput input, @Context UriInfo uri) {
        Customer saved = saved(customers.create(input.details(tenant.get())));
        URI location = uri.getAbsolutePathBuilder().path(saved.id().toString()).build();
        return Response.created(location).entity(CustomerJson.of(saved)).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCustomer", summary = "A customer in full")
    @APIResponseSchema(value = CustomerJson.class, responseCode = "200", responseDescription = "The customer")
    public CustomerJson get(@PathParam("id") String id) {
        return customers.find(new CustomerId(Parameters.id(id))).map(CustomerJson::of).orElseThrow(Refusal::notFound);
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeCustomer", summary = "Replace what is said about a customer; issued invoices keep what they say")
    @APIResponseSchema(value = CustomerJson.class, responseCode = "200", responseDescription = "The customer as it is now")
    public CustomerJson change(@PathParam("id") String id, CustomerInput input) {
        return CustomerJson.of(saved(customers.change(new CustomerId(Parameters.id(id)), input.details(tenant.get()))));
    }

    private static Customer saved(CustomerOutcome outcome) {
        return switch (outcome) {
            case CustomerOutcome.Saved saved -> saved.customer();
            case CustomerOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case CustomerOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
