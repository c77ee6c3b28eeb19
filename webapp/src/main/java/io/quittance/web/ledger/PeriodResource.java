package io.quittance.web.ledger;

import io.quittance.access.Permission;
import io.quittance.ledger.PeriodDecision;
import io.quittance.ledger.PeriodOutcome;
import io.quittance.ledger.PeriodState;
import io.quittance.ledger.boundary.FiscalPeriods;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Up to which day the books are shut. */
@RequestScoped
@Path("ledger/periods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class PeriodResource {

    @Inject
    FiscalPeriods periods;
    @Inject
    Once once;

    /** The last day of what is to be shut. */
    public record ThroughInput(LocalDate through) {
    }

    /** The first day to be open again, and why. */
    public record ReopeningInput(LocalDate from, String reason) {
    }

    /** A step in the life of the periods; request names what it answers. */
    public record DecisionJson(String id, String kind, LocalDate day, String request, Instant at, String actor, String reason) {

        static DecisionJson of(PeriodDecision decision) {
            return new DecisionJson(Long.toString(decision.id()), decision.kind().name(), decision.day(),
                    decision.request().map(String::valueOf).orElse(null), decision.at(), decision.actor(), decision.reason());
        }
    }

    /** How far the books are shut; absent for not at all. */
    public record PeriodsJson(LocalDate closedThrough, LocalDate lockedThrough, List<DecisionJson> decisions) {
    }

    @GET
    @Operation(operationId = "getPeriods", summary = "Up to which day the books are closed and locked, and who decided so")
    @APIResponseSchema(value = PeriodsJson.class, responseCode = "200", responseDescription = "The periods, newest decision first")
    public PeriodsJson periods() {
        PeriodState state = periods.state();
        return new PeriodsJson(state.closedThrough().orElse(null), state.lockedThrough().orElse(null),
                periods.history().stream().map(DecisionJson::of).toList());
    }

    @POST
    @Path("closings")
    @Idempotent
    @Operation(operationId = "closePeriod", summary = "Close the books up to a day: late events are booked on the first open day")
    @APIResponseSchema(value = DecisionJson.class, responseCode = "200", responseDescription = "Closed")
    public Response close(ThroughInput input, @Context ContainerRequestContext request) {
        return answer(request, () -> periods.close(input.through()));
    }

    @POST
    @Path("locks")
    @Idempotent
    @Operation(operationId = "lockPeriod", summary = "Lock closed books up to a day, for ever")
    @APIResponseSchema(value = DecisionJson.class, responseCode = "200", responseDescription = "Locked")
    public Response lock(ThroughInput input, @Context ContainerRequestContext request) {
        return answer(request, () -> periods.lock(input.through()));
    }

    @POST
    @Path("reopenings")
    @Idempotent
    @Operation(operationId = "requestReopening", summary = "Ask a second person to open closed books again from a day on")
    @APIResponseSchema(value = DecisionJson.class, responseCode = "200", responseDescription = "Asked")
    public Response request(ReopeningInput input, @Context ContainerRequestContext request) {
        return answer(request, () -> periods.requestReopening(input.from(), input.reason()));
    }

    @POST
    @Path("reopenings/{id}/approval")
    @Idempotent
    @Operation(operationId = "approveReopening", summary = "Agree to a reopening that somebody else asked for")
    @APIResponseSchema(value = DecisionJson.class, responseCode = "200", responseDescription = "Open again")
    public Response approve(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return answer(request, () -> periods.approveReopening(Parameters.id(id)));
    }

    @POST
    @Path("reopenings/{id}/refusal")
    @Idempotent
    @Operation(operationId = "refuseReopening", summary = "Say no to a reopening")
    @APIResponseSchema(value = DecisionJson.class, responseCode = "200", responseDescription = "Refused")
    public Response refuse(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return answer(request, () -> periods.refuseReopening(Parameters.id(id)));
    }

    private Response answer(ContainerRequestContext request, Supplier<PeriodOutcome> wish) {
        return once.answer(request, Permission.PERIOD_CLOSE, () -> switch (wish.get()) {
            case PeriodOutcome.Done done -> new Once.Answer(Response.Status.OK, "", DecisionJson.of(done.decision()));
            case PeriodOutcome.Refused refused -> throw Refusal.of(List.of(refused.fault()));
        });
    }
}
