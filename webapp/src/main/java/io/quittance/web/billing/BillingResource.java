package io.quittance.web.billing;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.billing.BillingMember;
import io.quittance.billing.BillingOutcome;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingRunId;
import io.quittance.billing.MemberState;
import io.quittance.billing.boundary.BillingRuns;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Issues many drafts in the background. */
@RequestScoped
@Path("billing-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Billing runs")
public class BillingResource {

    @Inject
    BillingRuns billing;
    @Inject
    Once once;

    /** A page of runs; total counts all pages. */
    public record RunPage(List<BillingRunJson> rows, long total) {
    }

    /** A page of members; total counts all pages. */
    public record MemberPage(List<BillingRunJson.MemberJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listBillingRuns", summary = "A page of billing runs, newest first")
    @APIResponseSchema(value = RunPage.class, responseCode = "200", responseDescription = "The page")
    public RunPage list(@BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<BillingRun> page = billing.page(offset, limit);
        return new RunPage(page.rows().stream().map(BillingRunJson::of).toList(), page.total());
    }

    @POST
    @Path("preview")
    @Operation(operationId = "previewBillingRun", summary = "What would be issued, for each currency by itself")
    @APIResponseSchema(value = BillingRunJson.PreviewJson[].class, responseCode = "200",
            responseDescription = "One entry for each currency")
    public List<BillingRunJson.PreviewJson> preview(BillingRunInput input) {
        return billing.preview(input.selection()).stream().map(BillingRunJson.PreviewJson::of).toList();
    }

    @POST
    @Idempotent
    @Operation(operationId = "startBillingRun", summary = "Issue many drafts in the background, in groups of a transaction each")
    @APIResponseSchema(value = BillingRunJson.class, responseCode = "201", responseDescription = "Started; Location names it")
    public Response start(BillingRunInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> {
            BillingRun run = accepted(billing.start(input.selection(), input.mail().orElse(true), Once.key(request)));
            String location = request.getUriInfo().getAbsolutePathBuilder().path(run.id().toString()).build().getPath();
            return new Once.Answer(Response.Status.CREATED, location, BillingRunJson.of(run));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getBillingRun", summary = "A run as it stands")
    @APIResponseSchema(value = BillingRunJson.class, responseCode = "200", responseDescription = "The run")
    public BillingRunJson get(@PathParam("id") String id) {
        return billing.find(run(id)).map(BillingRunJson::of).orElseThrow(Refusal::notFound);
    }

    @GET
    @Path("{id}/members")
    @Operation(operationId = "getBillingRunMembers", summary = "The drafts of a run that are in one state, in their order")
    @APIResponseSchema(value = MemberPage.class, responseCode = "200", responseDescription = "The page")
    public MemberPage members(@PathParam("id") String id,
            @Parameter(description = "WAITING, ISSUED, FAILED or SKIPPED; FAILED by default") @QueryParam("state") String state,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        MemberState wanted = parameters.oneOf("state", state, MemberState.class).orElse(MemberState.FAILED);
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        BillingRunId run = billing.find(run(id)).orElseThrow(Refusal::notFound).id();
        Page<BillingMember> page = billing.members(run, wanted, offset, limit);
        return new MemberPage(page.rows().stream().map(BillingRunJson.MemberJson::of).toList(), page.total());
    }

    @POST
    @Path("{id}/stop")
    @Idempotent
    @Operation(operationId = "stopBillingRun", summary = "Issue nothing more; what was issued stays")
    @APIResponseSchema(value = BillingRunJson.class, responseCode = "200", responseDescription = "The run as it stands")
    public Response stop(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> answer(billing.stop(run(id))));
    }

    @POST
    @Path("{id}/retry")
    @Idempotent
    @Operation(operationId = "retryBillingRun", summary = "Go on with what waits and try again what failed")
    @APIResponseSchema(value = BillingRunJson.class, responseCode = "200", responseDescription = "The run as it stands")
    public Response retry(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.INVOICE_ISSUE, () -> answer(billing.retry(run(id))));
    }

    private static Once.Answer answer(BillingOutcome outcome) {
        return new Once.Answer(Response.Status.OK, "", BillingRunJson.of(accepted(outcome)));
    }

    private static BillingRunId run(String id) {
        return new BillingRunId(Parameters.id(id));
    }

    private static BillingRun accepted(BillingOutcome outcome) {
        return switch (outcome) {
            case BillingOutcome.Accepted done -> done.run();
            case BillingOutcome.NothingToIssue nothing -> throw Refusal.of(Kind.CONFLICT, "billing.nothing");
            case BillingOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
