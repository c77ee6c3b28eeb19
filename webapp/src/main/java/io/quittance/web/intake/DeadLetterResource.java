package io.quittance.web.intake;

import io.quittance.intake.DeadLetterOutcome;
import io.quittance.intake.DeadLetterRow;
import io.quittance.intake.DeadLetterView;
import io.quittance.intake.boundary.DeadLetters;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deliveries of gateways that could not be applied. */
@RequestScoped
@Path("dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {

    @Inject
    DeadLetters letters;

    /** A delivery that could not be applied; atStake is the largest amount it speaks of in each currency. */
    public record DeadLetterRowJson(String id, String gateway, String deliveryId, List<Money> atStake, String reason, int attempts,
            Instant receivedAt) {

        static DeadLetterRowJson of(DeadLetterRow row) {
            return new DeadLetterRowJson(Long.toString(row.id()), row.gateway(), row.deliveryId(), row.atStake(), row.reason(),
                    row.attempts(), row.receivedAt());
        }
    }

    /** A dead letter in full: what was sent, and the events that were read from it. */
    public record DeadLetterJson(DeadLetterRowJson letter, String body, String events) {
    }

    /** How to try again. @param events corrected events as JSON text; as they were read by default */
    public record ReplayInput(Optional<String> events) {
    }

    /** Why it is laid aside for good. */
    public record DiscardInput(String reason) {
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Dead letters, the most money at stake first")
    @APIResponseSchema(value = DeadLetterRowJson[].class, responseCode = "200", responseDescription = "The dead letters")
    public List<DeadLetterRowJson> list() {
        return letters.list().stream().map(DeadLetterRowJson::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDeadLetter", summary = "A dead letter in full")
    @APIResponseSchema(value = DeadLetterJson.class, responseCode = "200", responseDescription = "The dead letter")
    public DeadLetterJson get(@PathParam("id") String id) {
        DeadLetterView view = letters.find(Parameters.id(id)).orElseThrow(Refusal::notFound);
        return new DeadLetterJson(DeadLetterRowJson.of(view.row()), view.body(), view.events());
    }

    @POST
    @Path("{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Try it again, as it was or with corrected events")
    @APIResponse(responseCode = "202", description = "It is tried again")
    public Response replay(@PathParam("id") String id, ReplayInput input) {
        long letter = Parameters.id(id);
        return done(input.events().isPresent() ? letters.replay(letter, input.events().get()) : letters.replay(letter),
                Response.Status.ACCEPTED);
    }

    @POST
    @Path("{id}/discard")
    @Operation(operationId = "discardDeadLetter", summary = "Lay it aside for good")
    @APIResponse(responseCode = "204", description = "Laid aside")
    public Response discard(@PathParam("id") String id, DiscardInput input) {
        return done(letters.discard(Parameters.id(id), input.reason()), Response.Status.NO_CONTENT);
    }

    private static Response done(DeadLetterOutcome outcome, Response.Status status) {
        return switch (outcome) {
            case DeadLetterOutcome.Done done -> Response.status(status).build();
            case DeadLetterOutcome.Refused refused -> throw Refusal.of(List.of(refused.fault()));
            case DeadLetterOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
