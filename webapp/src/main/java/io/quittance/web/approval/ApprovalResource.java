package io.quittance.web.approval;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.approval.ApprovalId;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.ApprovalState;
import io.quittance.approval.boundary.Approvals;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions of the second person, and the limits above which one is needed. */
@RequestScoped
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
public class ApprovalResource {

    @Inject
    Approvals approvals;
    @Inject
    Once once;

    /** Why a request is turned down. */
    public record RejectionInput(Optional<String> reason) {
    }

    /** Up to that amount one person is enough. @param amount a decimal */
    public record LimitJson(String currency, BigDecimal amount) {
    }

    /** All limits; none: one person is always enough. A currency that is not listed while others are always needs two. */
    public record LimitsJson(List<LimitJson> limits) {
    }

    @GET
    @Operation(operationId = "listApprovals", summary = "What waits for a second person and what was decided, newest first")
    @APIResponseSchema(value = ApprovalJson[].class, responseCode = "200", responseDescription = "The requests")
    public List<ApprovalJson> list(
            @Parameter(description = "May be given several times", example = "WAITING") @QueryParam("state") List<String> state,
            @Parameter(description = "1 to 200, 50 by default") @QueryParam("limit") String limit) {
        Parameters parameters = new Parameters();
        List<ApprovalState> states = List.copyOf(parameters.anyOf("state", state, ApprovalState.class));
        int most = parameters.whole("limit", limit, 1, Parameters.MOST_LIMIT, Parameters.DEFAULT_LIMIT);
        parameters.check();
        return approvals.list(states, most).stream().map(ApprovalJson::of).toList();
    }

    @GET
    @Path("limits")
    @Operation(operationId = "getApprovalLimits", summary = "Above which amounts a second person is needed")
    @APIResponseSchema(value = LimitsJson.class, responseCode = "200", responseDescription = "The limits")
    public LimitsJson limits() {
        return new LimitsJson(approvals.limits().amounts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(limit -> new LimitJson(limit.getKey(), limit.getValue())).toList());
    }

    @PUT
    @Path("limits")
    @Operation(operationId = "changeApprovalLimits", summary = "Replace the limits; what waits goes on waiting")
    @APIResponseSchema(value = LimitsJson.class, responseCode = "200", responseDescription = "The limits as they are now")
    public LimitsJson changeLimits(LimitsJson input) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        input.limits().forEach(limit -> amounts.put(limit.currency(), limit.amount()));
        List<Fault> faults = approvals.changeLimits(new ApprovalLimits(amounts));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return limits();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getApproval", summary = "A request as it stands")
    @APIResponseSchema(value = ApprovalJson.class, responseCode = "200", responseDescription = "The request")
    public ApprovalJson get(@PathParam("id") String id) {
        return approvals.find(approval(id)).map(ApprovalJson::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("{id}/approval")
    @Idempotent
    @Operation(operationId = "approveRequest", summary = "Approve what somebody else asked for, and apply it in the same unit of work")
    @APIResponseSchema(value = ApprovalJson.class, responseCode = "200", responseDescription = "Approved and applied")
    public Response approve(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.CORRECTION_APPROVE, () -> answer(approvals.approve(approval(id))));
    }

    @POST
    @Path("{id}/rejection")
    @Idempotent
    @Operation(operationId = "rejectRequest", summary = "Turn a request down; whoever asked may withdraw it in the same way")
    @APIResponseSchema(value = ApprovalJson.class, responseCode = "200", responseDescription = "Rejected; nothing was changed")
    public Response reject(@PathParam("id") String id, RejectionInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_CORRECT, () -> answer(approvals.reject(approval(id), input.reason().orElse(""))));
    }

    private Once.Answer answer(ApprovalOutcome outcome) {
        return switch (outcome) {
            case ApprovalOutcome.Approved done -> new Once.Answer(Response.Status.OK, "", get(done.id().toString()));
            case ApprovalOutcome.Rejected done -> new Once.Answer(Response.Status.OK, "", get(done.id().toString()));
            case ApprovalOutcome.OwnRequest own -> throw Refusal.of(Kind.REFUSED, "approval.own");
            case ApprovalOutcome.NotWaiting earlier -> throw Refusal.of(Kind.CONFLICT, "approval.decided");
            case ApprovalOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ApprovalOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }

    private static ApprovalId approval(String id) {
        return new ApprovalId(Parameters.id(id));
    }
}
