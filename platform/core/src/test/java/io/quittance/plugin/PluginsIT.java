package io.quittance.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.plugin.InstallationChanged.Change;
import io.quittance.plugin.boundary.GatewayRoutes;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.PluginCatalogue;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.SettingsFault;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.FakeGateways;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginsIT {

    private static final Map<String, String> GOOD = Map.of("account", "acme", "api-key", "s3cret");

    private final CoreContainer core = CoreContainer.shared();
    private final Plugins plugins = core.get(Plugins.class);
    private final Gateways gateways = core.get(Gateways.class);
    private final Tenant tenant = core.newTenant();
    private PluginId toy;

    @BeforeEach
    void install() {
        toy = core.get(FakeGateways.class).add(new ToyGateway());
    }

    @Test
    void an_enabled_plugin_is_shown_without_its_secrets_and_can_be_called_with_them() {
        InstallationId id = enable(tenant);

        Installation shown = core.in(tenant, () -> plugins.find(toy)).orElseThrow().installation().orElseThrow();
        assertThat(shown.values()).containsExactly(Map.entry("account", "acme"));
        assertThat(shown.secretsKept()).containsExactly("api-key");
        assertThat(start(tenant, id)).isEqualTo(new Declined("toy", "acme/s3cret"));
    }

    @Test
    void what_is_missing_or_wrong_is_named_and_changes_nothing() {
        EnableOutcome outcome = core.in(tenant, () -> plugins.enable(toy, Map.of("account", "not valid", "colour", "red")));

        assertThat(outcome).isInstanceOfSatisfying(EnableOutcome.SettingsRefused.class, refused ->
            assertThat(refused.faults()).extracting(SettingsFault::field).containsExactly("account", "api-key", "colour"));
        assertThat(core.in(tenant, () -> plugins.find(toy)).orElseThrow().installation()).isEmpty();
        assertThat(core.in(tenant, () -> plugins.enable(new PluginId("nobody"), GOOD)))
            .isEqualTo(new EnableOutcome.NotInstalled(new PluginId("nobody")));
    }

    @Test
    void a_secret_left_empty_is_kept_when_other_settings_change_and_the_address_stays() {
        InstallationId before = enable(tenant);
        EnableOutcome changed = core.in(tenant, () -> plugins.enable(toy, Map.of("account", "other", "api-key", "")));

        assertThat(changed).isEqualTo(new EnableOutcome.Enabled(before));
        assertThat(start(tenant, before)).isEqualTo(new Declined("toy", "other/s3cret"));
        assertThat(core.get(Ear.class).heard(before)).containsExactly(Change.ENABLED, Change.SETTINGS_CHANGED);
    }

    @Test
    void a_disabled_plugin_starts_nothing_new_but_still_reads_its_webhooks() {
        InstallationId id = enable(tenant);
        assertThat(core.in(tenant, () -> plugins.enabled(Capability.CHECKOUT))).hasSize(1);
        assertThat(core.in(tenant, () -> plugins.disable(toy))).isTrue();
        assertThat(core.in(tenant, () -> plugins.disable(toy))).isFalse();

        assertThat(core.in(tenant, () -> plugins.enabled(Capability.CHECKOUT))).isEmpty();
        assertThat(start(tenant, id)).isInstanceOf(NotSent.class);
        assertThat(receive(tenant, id)).isEqualTo(new Loan.Returned<>(new WebhookOutcome.Forged("toy")));
    }

    @Test
    void a_plugin_that_breaks_leaves_the_payment_in_doubt() {
        InstallationId id = enable(tenant, Map.of("account", "breaks", "api-key", "s3cret"));
        assertThat(start(tenant, id)).isInstanceOf(InDoubt.class);
    }

    @Test
    void the_test_button_keeps_what_the_gateway_said_until_the_settings_change() {
        enable(tenant);
        assertThat(core.in(tenant, () -> plugins.test(toy))).map(TestResult::verdict).contains(TestResult.Verdict.WORKS);
        assertThat(lastTest()).map(TestResult::detail).contains("acme");
        enable(tenant);
        assertThat(lastTest()).isEmpty();
    }

    @Test
    void no_plugin_is_lent_while_a_unit_is_open() {
        InstallationId id = enable(tenant);
        Nosy nosy = core.get(Nosy.class);
        assertThatIllegalStateException().isThrownBy(() -> core.in(tenant, () -> nosy.call(() -> start(tenant, id))))
            .withMessageContaining("unit of work is open");
    }

    @Test
    void another_tenants_installation_is_not_there() {
        InstallationId id = enable(tenant);
        Tenant other = core.newTenant();
        assertThat(start(other, id)).isInstanceOfSatisfying(NotSent.class, no -> assertThat(no.reason()).contains("no installation"));
        assertThat(core.in(other, () -> plugins.find(toy)).orElseThrow().installation()).isEmpty();
        assertThat(enable(other)).isNotEqualTo(id);
    }

    @Test
    void a_route_leads_to_the_tenant_and_an_unknown_one_nowhere() {
        InstallationId id = enable(tenant);
        GatewayRoutes routes = core.get(GatewayRoutes.class);
        assertThat(routes.find(id)).contains(new GatewayRoute(id, tenant.id(), toy));
        assertThat(routes.find(id)).as("also from memory").isPresent();
        assertThat(routes.find(InstallationId.random())).isEmpty();
    }

    @Test
    void who_may_not_manage_gateways_changes_none() {
        Actor reader = new Actor.Person("sub", "Rita", "rita@example.com", Set.of(), EnumSet.of(Permission.GATEWAY_READ));
        assertThatExceptionOfType(AccessDenied.class)
            .isThrownBy(() -> TenantScope.run(tenant, reader, () -> plugins.enable(toy, GOOD)));
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> TenantScope.run(tenant, reader, () -> plugins.disable(toy)));
        assertThat(TenantScope.<List<PluginView>, RuntimeException>call(tenant, reader, plugins::list)).isNotEmpty();
        assertThatExceptionOfType(AccessDenied.class)
            .isThrownBy(() -> TenantScope.run(tenant, new Actor.Visitor(), plugins::list));
    }

    @Test
    void the_catalogue_tells_what_happened_and_a_restart_is_no_news() {
        PluginCatalogue catalogue = core.get(PluginCatalogue.class);
        String name = "toy-" + tenant.slug();
        List<CatalogueEntry> history = CurrentActor.run(new Actor.Job("test"), () -> {
            catalogue.record(name, "1.0.0", "us", "0".repeat(64), CatalogueEntry.Kind.INSTALLED, "");
            catalogue.record(name, "1.0.0", "us", "0".repeat(64), CatalogueEntry.Kind.INSTALLED, "");
            catalogue.record(name, "", "", "", CatalogueEntry.Kind.REFUSED, "UNSIGNED: no signature");
            return catalogue.history();
        });
        assertThat(history).filteredOn(entry -> entry.plugin().equals(name)).extracting(CatalogueEntry::kind)
            .containsExactly(CatalogueEntry.Kind.REFUSED, CatalogueEntry.Kind.INSTALLED);
    }

    private InstallationId enable(Tenant where) {
        return enable(where, GOOD);
    }

    private InstallationId enable(Tenant where, Map<String, String> values) {
        return ((EnableOutcome.Enabled) core.in(where, () -> plugins.enable(toy, values))).installation();
    }

    private CheckoutOutcome start(Tenant where, InstallationId id) {
        URI anywhere = URI.create("https://example.org/");
        return core.in(where, () -> gateways.startCheckout(id, new CheckoutRequest(new IdempotencyKey("k"), Money.ofMinor(1, "EUR"),
            "INV-1", "", anywhere, anywhere, Locale.ENGLISH)));
    }

    private Loan<WebhookOutcome> receive(Tenant where, InstallationId id) {
        return core.in(where, () -> gateways.receive(id, new WebhookDelivery(new byte[0], Map.of())));
    }

    private Optional<TestResult> lastTest() {
        return core.in(tenant, () -> plugins.find(toy)).orElseThrow().installation().orElseThrow().lastTest();
    }

    /** Declines every payment with its own settings as the reason. */
    static final class ToyGateway implements PaymentGateway, Checkout, WebhookReceiver, SettingsCheck {

        @Override
        public String id() {
            return "toy";
        }

        @Override
        public String name() {
            return "Toy Pay";
        }

        @Override
        public SettingsForm settings() {
            return SettingsForm.of(
                new SettingsField.Text("account", new Wording("Account", "Konto"), Wording.NONE, true,
                    Optional.of(Pattern.compile("[a-z]+"))),
                new SettingsField.Secret("api-key", new Wording("Key", "Schlüssel"), Wording.NONE, true));
        }

        @Override
        public CheckoutOutcome start(CheckoutRequest request, GatewayCall call) {
            if (call.settings().text("account").equals("breaks")) {
                throw new IllegalStateException("toys break");
            }
            return new Declined("toy", call.settings().text("account") + "/" + call.settings().text("api-key"));
        }

        @Override
        public WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call) {
            return new WebhookOutcome.Forged("toy");
        }

        @Override
        public Verdict check(GatewayCall call) {
            return new Verdict.Works(call.settings().text("account"));
        }
    }

    /** Hears what was announced. */
    @ApplicationScoped
    static class Ear {

        private final List<InstallationChanged> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes InstallationChanged event) {
            heard.add(event);
        }

        List<Change> heard(InstallationId id) {
            return heard.stream().filter(event -> event.installation().equals(id)).map(InstallationChanged::change).toList();
        }
    }

    /** Calls whatever it is given inside a unit. */
    @Boundary
    static class Nosy {

        @Requires(Permission.SYSTEM)
        <T> T call(Supplier<T> work) {
            return work.get();
        }
    }
}
