package io.quittance.web.notification;

import io.quittance.Page;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.Paging;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages to customers, sent and to be sent. */
@RequestScoped
@Path("messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders")
public class MessageResource {

    @Inject
    Outbox outbox;

    /** A message as a line of a list. */
    public record MessageJson(String id, String kind, String subject, OutboxState state, int attempts, Instant nextAt, String recipient,
            String note, Instant createdAt, Instant finishedAt) {

        static MessageJson of(OutboxRow row) {
            return new MessageJson(Long.toString(row.id()), row.kind(), Long.toString(row.subjectId()), row.state(), row.attempts(),
                    row.nextAt().orElse(null), row.recipient(), row.note(), row.createdAt(), row.finishedAt().orElse(null));
        }
    }

    /** A page of messages; total counts all pages. */
    public record MessagePage(List<MessageJson> rows, long total) {
    }

    @GET
    @Operation(operationId = "listMessages", summary = "A page of the messages, newest first")
    @APIResponseSchema(value = MessagePage.class, responseCode = "200", responseDescription = "The page")
    public MessagePage list(
            @Parameter(description = "WAITING, SENT, WITHDRAWN or DEAD; may be given several "
                    + "times") @QueryParam("state") List<String> state,
            @BeanParam Paging paging) {
        Parameters parameters = new Parameters();
        Set<OutboxState> states = parameters.anyOf("state", state, OutboxState.class);
        int offset = parameters.offset(paging);
        int limit = parameters.limit(paging);
        parameters.check();
        Page<OutboxRow> page = outbox.page(states, offset, limit);
        return new MessagePage(page.rows().stream().map(MessageJson::of).toList(), page.total());
    }

    @POST
    @Path("{id}/revive")
    @Operation(operationId = "reviveMessage", summary = "Try a message again that was given up")
    @APIResponse(responseCode = "202", description = "It is tried again")
    public Response revive(@PathParam("id") String id) {
        if (!outbox.revive(Parameters.id(id))) {
            throw Refusal.of(Kind.CONFLICT, "message.alive");
        }
        return Response.accepted().build();
    }
}
