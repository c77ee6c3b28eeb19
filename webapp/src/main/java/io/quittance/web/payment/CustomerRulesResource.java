package io.quittance.web.payment;

import io.quittance.Fault;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.boundary.AllocationSettings;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The order of rules that one customer has of its own. */
@RequestScoped
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerRulesResource {

    @Inject
    AllocationSettings settings;
    @Inject
    Customers customers;

    /** Rules in the order in which they are tried. */
    public record OrderInput(List<AllocationStrategy> order) {
    }

    /** What holds for a customer; own: whether it is the customer's own order. */
    public record OrderJson(List<AllocationStrategy> order, boolean own) {
    }

    @GET
    @Path("{id}/allocation-rules")
    @Operation(operationId = "getCustomerAllocationRules", summary = "The rules that hold for a customer")
    @APIResponseSchema(value = OrderJson.class, responseCode = "200", responseDescription = "The rules")
    public OrderJson get(@PathParam("id") String id) {
        Optional<List<AllocationStrategy>> own = settings.ofCustomer(existing(id));
        return new OrderJson(own.orElseGet(() -> settings.rules().order()), own.isPresent());
    }

    @PUT
    @Path("{id}/allocation-rules")
    @Operation(operationId = "changeCustomerAllocationRules", summary = "Give a customer an order of rules of its own")
    @APIResponseSchema(value = OrderJson.class, responseCode = "200", responseDescription = "The rules as they are now")
    public OrderJson change(@PathParam("id") String id, OrderInput input) {
        List<Fault> faults = settings.changeFor(existing(id), input.order());
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return get(id);
    }

    @DELETE
    @Path("{id}/allocation-rules")
    @Operation(operationId = "forgetCustomerAllocationRules", summary = "Let the general rules hold for a customer again")
    @APIResponse(responseCode = "204", description = "The general rules hold")
    public Response forget(@PathParam("id") String id) {
        settings.forget(existing(id));
        return Response.noContent().build();
    }

    private CustomerId existing(String id) {
        CustomerId customer = new CustomerId(Parameters.id(id));
        customers.find(customer).orElseThrow(Refusal::notFound);
        return customer;
    }
}
