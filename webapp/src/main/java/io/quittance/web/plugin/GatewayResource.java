package io.quittance.web.plugin;

import io.quittance.intake.GatewayTraffic;
import io.quittance.intake.boundary.Traffic;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.Installation;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginView;
import io.quittance.plugin.TestResult;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.settings.SettingsField;
import io.quittance.web.problem.CallerLanguage;
import io.quittance.web.problem.FieldError;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gateways that are installed on this platform, and the business's use of them. */
@RequestScoped
@Path("gateways")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Gateways")
public class GatewayResource {

    @Inject
    Plugins plugins;

    @Inject
    Traffic traffic;

    /** A gateway with what it asks for, and the business's own settings; secrets are never answered, only named. */
    public record GatewayJson(String id, String name, String version, Set<String> capabilities, boolean enabled, String hook,
            List<FieldJson> form, Map<String, String> settings, Set<String> secretsKept, Instant changedAt, TestJson lastTest,
            TrafficJson traffic) {
    }

    /** One thing that the gateway asks for. */
    public record FieldJson(String key, String type, String label, String help, boolean required) {
    }

    /** What a try of the settings gave: WORKS, REFUSED or UNREACHABLE. */
    public record TestJson(String verdict, String detail, Instant at) {

        static TestJson of(TestResult result) {
            return new TestJson(result.verdict().name(), result.detail(), result.at());
        }
    }

    /** Whether the business hears from the gateway: deliveries waiting and dead, attempts in doubt. */
    public record TrafficJson(Instant lastHeard, long waiting, long dead, long inDoubt) {

        static TrafficJson of(GatewayTraffic traffic) {
            return new TrafficJson(traffic.lastHeard().orElse(null), traffic.waiting(), traffic.dead(), traffic.inDoubt());
        }
    }

    /** Settings by key; a secret that is left out keeps its value. */
    public record SettingsInput(Map<String, String> settings) {
    }

    @GET
    @Operation(operationId = "listGateways", summary = "Every gateway of this platform with the business's use of it")
    @APIResponseSchema(value = GatewayJson[].class, responseCode = "200", responseDescription = "The gateways by name")
    public List<GatewayJson> list(@Context HttpHeaders headers) {
        Locale language = CallerLanguage.of(headers);
        Map<InstallationId, GatewayTraffic> heard = traffic.all();
        return plugins.list().stream().map(view -> json(view, heard, language)).toList();
    }

    @GET
    @Path("{gateway}")
    @Operation(operationId = "getGateway", summary = "A gateway")
    @APIResponseSchema(value = GatewayJson.class, responseCode = "200", responseDescription = "The gateway")
    public GatewayJson get(@PathParam("gateway") String gateway, @Context HttpHeaders headers) {
        return json(plugins.find(id(gateway)).orElseThrow(Refusal::notFound), traffic.all(), CallerLanguage.of(headers));
    }

    @PUT
    @Path("{gateway}")
    @Operation(operationId = "enableGateway", summary = "Enable a gateway, or change its settings")
    @APIResponseSchema(value = GatewayJson.class, responseCode = "200", responseDescription = "The gateway as it is now")
    public GatewayJson enable(@PathParam("gateway") String gateway, SettingsInput input, @Context HttpHeaders headers) {
        PluginId id = id(gateway);
        return switch (plugins.enable(id, input.settings())) {
            case EnableOutcome.Enabled done -> get(gateway, headers);
            case EnableOutcome.SettingsRefused refused -> {
                Locale language = CallerLanguage.of(headers);
                throw Refusal.ofErrors(refused.faults().stream()
                        .map(fault -> new FieldError("settings." + fault.field(), fault.value(), fault.remedy().in(language))).toList());
            }
            case EnableOutcome.NotInstalled unknown -> throw Refusal.notFound();
        };
    }

    @DELETE
    @Path("{gateway}")
    @Operation(operationId = "disableGateway", summary = "Take no new orders; what is under way is still followed")
    @APIResponse(responseCode = "204", description = "Disabled")
    public Response disable(@PathParam("gateway") String gateway) {
        if (!plugins.disable(id(gateway))) {
            throw Refusal.notFound();
        }
        return Response.noContent().build();
    }

    @POST
    @Path("{gateway}/test")
    @Operation(operationId = "testGateway", summary = "Try the stored settings against the gateway")
    @APIResponseSchema(value = TestJson.class, responseCode = "200", responseDescription = "What the gateway said")
    public TestJson test(@PathParam("gateway") String gateway) {
        return plugins.test(id(gateway)).map(TestJson::of).orElseThrow(Refusal::notFound);
    }

    private static PluginId id(String text) {
        try {
            return new PluginId(text);
        } catch (IllegalArgumentException none) {
            throw Refusal.notFound();
        }
    }

    private static GatewayJson json(PluginView view, Map<InstallationId, GatewayTraffic> heard, Locale language) {
        InstalledPlugin plugin = view.plugin();
        Optional<Installation> mine = view.installation();
        List<FieldJson> form = plugin.form().fields().stream().map(field -> field(field, language)).toList();
        return new GatewayJson(plugin.id().value(), plugin.name(), plugin.version(),
                new TreeSet<>(plugin.capabilities().stream().map(Enum::name).toList()), view.isEnabled(),
                mine.map(installation -> "/hooks/" + installation.id()).orElse(null), form,
                mine.map(Installation::values).orElse(Map.of()), mine.map(Installation::secretsKept).orElse(Set.of()),
                mine.map(Installation::changedAt).orElse(null), mine.flatMap(Installation::lastTest).map(TestJson::of).orElse(null),
                mine.map(installation -> TrafficJson.of(heard.getOrDefault(installation.id(), GatewayTraffic.NONE))).orElse(null));
    }

    private static FieldJson field(SettingsField field, Locale language) {
        return new FieldJson(field.key(), field.getClass().getSimpleName().toLowerCase(Locale.ROOT), field.label().in(language),
                field.help().in(language), field.required());
    }
}
