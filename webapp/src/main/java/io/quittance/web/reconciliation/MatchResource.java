package io.quittance.web.reconciliation;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.reconciliation.MatchEvidence;
import io.quittance.reconciliation.MatchOutcome;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.Suggestion;
import io.quittance.reconciliation.boundary.Matches;
import io.quittance.spi.money.Money;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What open lines of bank statements may be. */
@RequestScoped
@Path("statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank statements")
public class MatchResource {

    @Inject
    Matches matches;
    @Inject
    Once once;

    /** A part of a line that would pay an invoice. */
    public record PartJson(String invoice, String number, Money amount) {
    }

    /** A reason. @param decibans its weight; negative where it speaks against */
    public record EvidenceJson(MatchEvidence.Kind kind, int decibans, String detail) {
    }

    /** What a line may be. @param position 0 is the likeliest of the line @param basisPoints its probability */
    public record SuggestionJson(String line, int position, String customer, String customerName, List<PartJson> parts, Money rest,
            int basisPoints, List<EvidenceJson> evidence) {

        static SuggestionJson of(Suggestion suggestion) {
            return new SuggestionJson(Long.toString(suggestion.line()), suggestion.position(),
                    Long.toString(suggestion.customer().value()), suggestion.customerName(),
                    suggestion.parts().stream().map(part -> new PartJson(Long.toString(part.invoice().value()), part.number().text(),
                            part.amount())).toList(),
                    suggestion.rest(), suggestion.score().basisPoints(),
                    suggestion.evidence().stream().map(seen -> new EvidenceJson(seen.kind(), seen.decibans(), seen.detail())).toList());
        }
    }

    /** Which suggestion to book. */
    public record ChoiceJson(int position) {
    }

    /** What a line was booked as. */
    public record BookedJson(String payment) {
    }

    /** From which probability lines are booked without asking, in basis points. */
    public record ThresholdJson(int basisPoints) {
    }

    @GET
    @Path("{id}/suggestions")
    @Operation(operationId = "listSuggestions", summary = "What the open lines of a statement may be")
    @APIResponseSchema(value = SuggestionJson[].class, responseCode = "200", responseDescription = "Line by line, likeliest first")
    public List<SuggestionJson> list(@PathParam("id") String id) {
        return matches.suggestions(new StatementId(Parameters.id(id))).stream().map(SuggestionJson::of).toList();
    }

    @POST
    @Path("lines/{line}/match")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "acceptSuggestion", summary = "Book an open line as what was suggested")
    @APIResponseSchema(value = BookedJson.class, responseCode = "200", responseDescription = "The payment it was booked as")
    public Response accept(@PathParam("line") String line, ChoiceJson choice, @Context ContainerRequestContext request) {
        return once.answer(request, Permission.RECONCILIATION_RUN, () -> answer(matches.accept(Parameters.id(line), choice.position())));
    }

    private static Once.Answer answer(MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Booked booked -> new Once.Answer(Response.Status.OK, "",
                    new BookedJson(Long.toString(booked.payment().value())));
            case MatchOutcome.Refused refused -> throw Refusal.of(List.of(refused.fault()));
            case MatchOutcome.Unknown _ -> throw Refusal.notFound();
        };
    }

    @GET
    @Path("matching")
    @Operation(operationId = "getMatching", summary = "From which probability lines are booked without asking")
    @APIResponseSchema(value = ThresholdJson.class, responseCode = "200", responseDescription = "The threshold")
    public ThresholdJson threshold() {
        return new ThresholdJson(matches.automatic().basisPoints());
    }

    @PUT
    @Path("matching")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeMatching", summary = "Change from which probability lines are booked without asking")
    @APIResponseSchema(value = ThresholdJson.class, responseCode = "200", responseDescription = "The new threshold")
    public ThresholdJson change(ThresholdJson wanted) {
        List<Fault> faults = matches.automaticFrom(wanted.basisPoints());
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return threshold();
    }
}
