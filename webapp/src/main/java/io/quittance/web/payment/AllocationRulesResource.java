package io.quittance.web.payment;

import io.quittance.Fault;
import io.quittance.allocation.AllocationRules;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.boundary.AllocationSettings;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules by which money is handed to open claims. */
@RequestScoped
@Path("allocation/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class AllocationRulesResource {

    @Inject
    AllocationSettings settings;

    /** Rules in the order in which they are tried; automatic: whether unapplied cash is handed out by a nightly run. */
    public record RulesJson(List<AllocationStrategy> order, Optional<Boolean> automatic) {

        static RulesJson of(AllocationRules rules) {
            return new RulesJson(rules.order(), Optional.of(rules.automatic()));
        }
    }

    @GET
    @Operation(operationId = "getAllocationRules", summary = "The rules that hold for customers without their own")
    @APIResponseSchema(value = RulesJson.class, responseCode = "200", responseDescription = "The rules")
    public RulesJson get() {
        return RulesJson.of(settings.rules());
    }

    @PUT
    @Operation(operationId = "changeAllocationRules", summary = "Replace the rules; they hold for money handed out from then on")
    @APIResponseSchema(value = RulesJson.class, responseCode = "200", responseDescription = "The rules as they are now")
    public RulesJson change(RulesJson input) {
        List<Fault> faults = settings.change(new AllocationRules(input.order(), input.automatic().orElse(false)));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return get();
    }
}
