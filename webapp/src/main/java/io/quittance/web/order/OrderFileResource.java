package io.quittance.web.order;

import io.quittance.access.Permission;
import io.quittance.order.ChannelId;
import io.quittance.order.Payload;
import io.quittance.order.Receipt;
import io.quittance.order.boundary.OrderIntake;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import io.quittance.web.rest.BodyLimit;
import io.quittance.web.rest.Idempotent;
import io.quittance.web.rest.Once;
import io.quittance.web.rest.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of orders: CSV, XLSX, or electronic invoices, whatever the channel's account reads. */
@RequestScoped
@Path("order-files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderFileResource {

    @Inject
    OrderIntake intake;
    @Inject
    Once once;

    /** What was kept of a file. @param repeated whether the same file came before */
    public record FileJson(String id, boolean repeated, List<EntryJson> orders) {

        static FileJson of(Receipt receipt) {
            return switch (receipt) {
                case Receipt.Kept kept -> new FileJson(kept.payload().toString(), false, entries(kept.entries()));
                case Receipt.Repeated repeated -> new FileJson(repeated.payload().toString(), true, entries(repeated.entries()));
                case Receipt.TooLarge large -> throw Refusal.of(Kind.TOO_LARGE, "body.limit", large.most());
                case Receipt.NoSuchChannel none -> throw Refusal.notFound();
            };
        }

        private static List<EntryJson> entries(List<Receipt.Entry> entries) {
            return entries.stream().map(entry -> new EntryJson(entry.order().toString(), entry.reference(), entry.arrival())).toList();
        }
    }

    /** An order of the file, and how it stands to what came before. */
    public record EntryJson(String order, String reference, Receipt.Arrival arrival) {
    }

    @POST
    @Idempotent
    @BodyLimit(bytes = Payload.MOST_BYTES)
    @Operation(operationId = "uploadOrderFile", summary = "Hand in a file of orders; they are kept, and judged a moment later")
    @APIResponseSchema(value = FileJson.class, responseCode = "202", responseDescription = "The orders of the file")
    public Response upload(
            @Parameter(description = "Id of the channel's account", required = true) @QueryParam("channel") String channel,
            @Parameter(description = "Only remembered", example = "orders.csv") @QueryParam("fileName") String fileName,
            @Context ContainerRequestContext request, byte[] body) {
        Parameters parameters = new Parameters();
        Optional<ChannelId> account = parameters.reference("channel", channel).map(ChannelId::new);
        if (channel == null || channel.isEmpty()) {
            parameters.fault("channel", "", "parameter.missing");
        }
        if (body == null || body.length == 0) {
            parameters.fault("", "", "upload.missing");
        }
        parameters.check();
        MediaType type = request.getMediaType();
        String said = type == null ? "" : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        return once.answer(request, Permission.ORDER_WRITE, () -> new Once.Answer(Response.Status.ACCEPTED, "",
                FileJson.of(intake.receive(account.orElseThrow(), new Payload(said, fileName, body)))));
    }
}
