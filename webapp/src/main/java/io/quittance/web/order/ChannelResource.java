package io.quittance.web.order;

import io.quittance.access.Permission;
import io.quittance.order.Acceptance;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelSettings;
import io.quittance.order.UnknownBuyer;
import io.quittance.order.boundary.Channels;
import io.quittance.tenancy.CurrentTenant;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts by which orders come. */
@RequestScoped
@Path("order-channels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class ChannelResource {

    @Inject
    Channels channels;
    @Inject
    CurrentTenant tenant;
    @Inject
    Once once;

    /** A channel's account. @param secrets names of those that are set; values are never shown */
    public record ChannelJson(String id, ChannelKind kind, String name, boolean active, Acceptance acceptance, String zone,
            UnknownBuyer unknownBuyers, Map<String, String> options, List<String> secrets, Instant createdAt) {

        static ChannelJson of(ChannelAccount account) {
            ChannelSettings settings = account.settings();
            return new ChannelJson(account.id().toString(), account.kind(), settings.name(), account.active(), settings.acceptance(),
                    settings.zone().getId(), settings.unknownBuyers(), settings.options(), List.copyOf(new TreeSet<>(account.secrets())),
                    account.createdAt());
        }
    }

    /**
     * How a channel's account is to behave.
     *
     * @param acceptance    what an accepted order becomes; DRAFT by default
     * @param zone          the business's own by default
     * @param unknownBuyers CREATE by default
     * @param options       what only this kind of channel knows
     */
    public record SettingsInput(String name, Optional<Acceptance> acceptance, Optional<String> zone, Optional<UnknownBuyer> unknownBuyers,
            Optional<Map<String, String>> options) {
    }

    /** A new account. */
    public record ChannelInput(ChannelKind kind, SettingsInput settings) {
    }

    /** Whether orders are taken from it. */
    public record ActiveInput(boolean active) {
    }

    /** Secrets by name; blank ones are taken away, those not named stay. */
    public record SecretsInput(Map<String, String> secrets) {
    }

    @GET
    @Operation(operationId = "listOrderChannels", summary = "The accounts by which orders come")
    @APIResponseSchema(value = ChannelJson[].class, responseCode = "200", responseDescription = "The accounts, by name")
    public List<ChannelJson> list() {
        return channels.all().stream().map(ChannelJson::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOrderChannel", summary = "A channel's account")
    @APIResponseSchema(value = ChannelJson.class, responseCode = "200", responseDescription = "The account")
    public ChannelJson get(@PathParam("id") String id) {
        return channels.find(channel(id)).map(ChannelJson::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Idempotent
    @Operation(operationId = "createOrderChannel", summary = "Make an account")
    @APIResponseSchema(value = ChannelJson.class, responseCode = "201", responseDescription = "The account")
    public Response create(@Context ContainerRequestContext request, ChannelInput input) {
        ChannelSettings wanted = settings(input.settings());
        return once.answer(request, Permission.SETTINGS_WRITE, () -> new Once.Answer(Response.Status.CREATED, "",
                ChannelJson.of(saved(channels.create(input.kind(), wanted)))));
    }

    @PUT
    @Path("{id}")
    @Operation(operationId = "changeOrderChannel", summary = "Change how an account behaves")
    @APIResponseSchema(value = ChannelJson.class, responseCode = "200", responseDescription = "The account as it is now")
    public ChannelJson change(@PathParam("id") String id, SettingsInput input) {
        return ChannelJson.of(saved(channels.change(channel(id), settings(input))));
    }

    @PUT
    @Path("{id}/active")
    @Operation(operationId = "activateOrderChannel", summary = "Take orders from an account, or none any more")
    @APIResponseSchema(value = ChannelJson.class, responseCode = "200", responseDescription = "The account as it is now")
    public ChannelJson activate(@PathParam("id") String id, ActiveInput input) {
        return ChannelJson.of(saved(channels.activate(channel(id), input.active())));
    }

    @PUT
    @Path("{id}/secrets")
    @Operation(operationId = "changeOrderChannelSecrets", summary = "Set or take away an account's secrets")
    @APIResponseSchema(value = ChannelJson.class, responseCode = "200", responseDescription = "The account as it is now")
    public ChannelJson secrets(@PathParam("id") String id, SecretsInput input) {
        return ChannelJson.of(saved(channels.keepSecrets(channel(id), input.secrets())));
    }

    static ChannelId channel(String id) {
        return new ChannelId(Parameters.id(id));
    }

    private ChannelSettings settings(SettingsInput input) {
        try {
            ZoneId zone = input.zone().map(ZoneId::of).orElse(tenant.get().zone());
            return new ChannelSettings(input.name(), input.acceptance().orElse(Acceptance.DRAFT), zone,
                    input.unknownBuyers().orElse(UnknownBuyer.CREATE), input.options().orElse(Map.of()));
        } catch (DateTimeException none) {
            throw Refusal.ofInput("zone", input.zone().orElse(""), "parameter.choice", "Europe/Berlin, America/New_York, …");
        }
    }

    private static ChannelAccount saved(ChannelOutcome outcome) {
        return switch (outcome) {
            case ChannelOutcome.Saved saved -> saved.account();
            case ChannelOutcome.Refused refused -> throw Refusal.of(refused.faults());
            case ChannelOutcome.Unknown unknown -> throw Refusal.notFound();
        };
    }
}
