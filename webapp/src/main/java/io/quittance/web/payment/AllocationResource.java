package io.quittance.web.payment;

import io.quittance.access.Permission;
import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ClaimPart;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.PaymentId;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.web.payment.DecisionJson.CandidateJson;
import io.quittance.web.problem.Kind;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the money of a payment went. */
@RequestScoped
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class AllocationResource {

    @Inject
    Allocations allocations;
    @Inject
    Payments payments;
    @Inject
    Once once;

    /** A part of what rests of a payment, for an invoice of the same customer and currency. */
    public record ShareInput(String invoice, Money amount) {
    }

    /** Parts of what rests of a payment; each claim once. */
    public record PartsInput(List<PartInput> parts) {
    }

    /** A part for one claim. */
    public record PartInput(String claim, Money amount) {
    }

    /** What was applied. @param unapplied what still rests of the payment */
    public record AppliedJson(List<ShareJson> shares, Money unapplied) {
    }

    /** A part of a payment in one claim of an invoice. */
    public record ShareJson(String invoice, String claim, Money amount) {
    }

    @GET
    @Path("{id}/allocations")
    @Operation(operationId = "getPaymentAllocations", summary = "Shares and takings-back of a payment, oldest first")
    @APIResponseSchema(value = AllocationJson[].class, responseCode = "200", responseDescription = "The shares")
    public List<AllocationJson> list(@PathParam("id") String id) {
        return allocations.ofPayment(existing(id)).stream().map(AllocationJson::of).toList();
    }

    @POST
    @Path("{id}/allocations")
    @Idempotent
    @Operation(operationId = "allocatePayment", summary = "Apply a part of what rests of a payment to an invoice")
    @APIResponseSchema(value = AppliedJson.class, responseCode = "200", responseDescription = "Applied")
    public Response apply(@PathParam("id") String id, ShareInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.PAYMENT_RECORD, () -> {
            PaymentId payment = existing(id);
            Parameters parameters = new Parameters();
            long invoice = parameters.reference("invoice", input.invoice()).orElse(0L);
            if (input.invoice().isEmpty()) {
                parameters.fault("invoice", "", "parameter.id");
            }
            parameters.check();
            return new Once.Answer(Response.Status.OK, "", applied(allocations.apply(payment, new InvoiceId(invoice), input.amount())));
        });
    }

    @GET
    @Path("{id}/open-claims")
    @Operation(operationId = "getClaimsForPayment", summary = "Open claims that a payment may go to, oldest due first")
    @APIResponseSchema(value = CandidateJson[].class, responseCode = "200", responseDescription = "The claims")
    public List<CandidateJson> openClaims(@PathParam("id") String id) {
        return allocations.openFor(existing(id)).stream().map(AllocationCandidate::of).map(CandidateJson::of).toList();
    }

    @POST
    @Path("{id}/allocations/claims")
    @Idempotent
    @Operation(operationId = "allocatePaymentToClaims", summary = "Apply what rests of a payment to chosen claims: all parts or none")
    @APIResponseSchema(value = AppliedJson.class, responseCode = "200", responseDescription = "Applied")
    public Response applyToClaims(@PathParam("id") String id, PartsInput input, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.PAYMENT_RECORD, () -> {
            PaymentId payment = existing(id);
            Parameters parameters = new Parameters();
            List<ClaimPart> parts = new ArrayList<>();
            for (int i = 0; i < input.parts().size(); i++) {
                PartInput part = input.parts().get(i);
                String field = "parts[" + i + "].claim";
                parts.add(new ClaimPart(new ClaimId(parameters.reference(field, part.claim()).orElse(0L)), part.amount()));
            }
            parameters.check();
            return new Once.Answer(Response.Status.OK, "", applied(allocations.applyTo(payment, parts)));
        });
    }

    @DELETE
    @Path("{id}/allocations/{allocation}")
    @Operation(operationId = "releaseAllocation", summary = "Take a share back: the claim is open again, the money unapplied")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response release(@PathParam("id") String id, @PathParam("allocation") String allocation) {
        AllocationId share = new AllocationId(Parameters.id(allocation));
        boolean ofPayment = allocations.ofPayment(existing(id)).stream().map(AllocationRow::id).anyMatch(share::equals);
        if (!ofPayment) {
            throw Refusal.notFound();
        }
        return switch (allocations.release(share)) {
            case ReleaseOutcome.Released done -> Response.noContent().build();
            case ReleaseOutcome.AlreadyReleased done -> throw Refusal.of(Kind.CONFLICT, "allocation.released");
            case ReleaseOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }

    @GET
    @Path("{id}/allocations/{allocation}/decision")
    @Operation(operationId = "getAllocationDecision", summary = "What a share was decided from, and whether it is decided so again")
    @APIResponseSchema(value = DecisionJson.class, responseCode = "200", responseDescription = "The decision")
    public DecisionJson decision(@PathParam("id") String id, @PathParam("allocation") String allocation) {
        PaymentId payment = existing(id);
        return allocations.decision(new AllocationId(Parameters.id(allocation)))
                .filter(decision -> decision.payment().equals(payment)).map(DecisionJson::of).orElseThrow(Refusal::notFound);
    }

    private PaymentId existing(String id) {
        PaymentId payment = new PaymentId(Parameters.id(id));
        payments.find(payment).orElseThrow(Refusal::notFound);
        return payment;
    }

    private static AppliedJson applied(AllocationOutcome outcome) {
        return switch (outcome) {
            case AllocationOutcome.Allocated done -> new AppliedJson(done.shares().stream()
                    .map(share -> new ShareJson(share.invoice().toString(), share.claim().toString(), share.amount())).toList(),
                    done.remainder());
            case AllocationOutcome.CurrencyDiffers differs ->
                    throw Refusal.of(Kind.REFUSED, "allocation.currency", differs.payment(), differs.invoice());
            case AllocationOutcome.NotEnoughUnapplied less -> throw Refusal.of(Kind.REFUSED, "allocation.unapplied", less.unapplied());
            case AllocationOutcome.MoreThanOpen more -> throw Refusal.of(Kind.REFUSED, "allocation.open", more.open());
            case AllocationOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case AllocationOutcome.Unknown unknown -> throw Refusal.of(Kind.REFUSED, "allocation.unknown", unknown.what());
        };
    }
}
