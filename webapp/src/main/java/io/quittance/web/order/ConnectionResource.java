package io.quittance.web.order;

import io.quittance.config.Configuration;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelVisit;
import io.quittance.order.MailboxOutcome;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.Mailboxes;
import io.quittance.order.boundary.OrderRoutes;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How an account for orders is connected to the other side. */
@RequestScoped
@Path("order-channels/{id}/connection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class ConnectionResource {

    @Inject
    Channels channels;
    @Inject
    OrderRoutes routes;
    @Inject
    Mailboxes mailboxes;
    @Inject
    Configuration configuration;

    /**
     * How an account is connected.
     *
     * @param address   to which the shop is to send its webhooks; null where the other side is asked by us
     * @param visitedAt when the other side was asked last, in UTC; null when it was not
     * @param nextVisit when it is asked again, in UTC; null when it is not
     * @param trouble   why the last visit came to nothing, and what to do; null when it did not
     */
    public record ConnectionJson(String id, String address, Instant visitedAt, Instant nextVisit, String trouble) {
    }

    /**
     * Whether a mailbox can be read as it is configured.
     *
     * @param messages in its folder; 0 unless it was reached
     * @param reason   why it was not reached; null when it was
     */
    public record TrialJson(boolean reached, int messages, String field, String reason) {
    }

    @GET
    @Operation(operationId = "getOrderConnection", summary = "Where a shop sends its webhooks, or how the last visit went")
    @APIResponseSchema(value = ConnectionJson.class, responseCode = "200", responseDescription = "The connection")
    public ConnectionJson get(@PathParam("id") String id, @Context HttpHeaders headers) {
        ChannelAccount account = channels.find(ChannelResource.channel(id)).orElseThrow(Refusal::notFound);
        String address = Shops.areOf(account.kind()) ? Shops.address(configuration, routes.of(account.id())) : null;
        Optional<ChannelVisit> visit = Optional.ofNullable(channels.visits().get(account.id()));
        return new ConnectionJson(account.id().toString(), address, visit.map(ChannelVisit::at).orElse(null),
                visit.filter(last -> account.active()).map(ChannelVisit::next).orElse(null),
                visit.flatMap(ChannelVisit::trouble).map(fault -> fault.remedy(CallerLanguage.of(headers))).orElse(null));
    }

    @POST
    @Path("test")
    @Operation(operationId = "testOrderConnection", summary = "Try a mailbox as it is configured; nothing changes")
    @APIResponseSchema(value = TrialJson.class, responseCode = "200", responseDescription = "What came of it")
    public TrialJson test(@PathParam("id") String id, @Context HttpHeaders headers) {
        Locale language = CallerLanguage.of(headers);
        return switch (mailboxes.test(ChannelResource.channel(id)).orElseThrow(Refusal::notFound)) {
            case MailboxOutcome.Reached(int messages) -> new TrialJson(true, messages, null, null);
            case MailboxOutcome.Refused refused -> new TrialJson(false, 0, refused.faults().getFirst().field(),
                    refused.faults().getFirst().remedy(language));
        };
    }
}
