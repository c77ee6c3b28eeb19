package io.quittance.plugin.boundary;

import io.quittance.plugin.Capability;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Installation;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginView;
import io.quittance.plugin.TestResult;
import io.quittance.plugin.TestResult.Verdict;
import io.quittance.plugin.control.RunningPlugins;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.settings.SettingsFault;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tenant does with the plugins of this platform. Each method is one or more units of work of its own, never one
 * around a call into a plugin, so it must not be called inside a unit.
 */
@ApplicationScoped
public class Plugins {

    @Inject
    RunningPlugins running;
    @Inject
    InstallationUnits installations;
    @Inject
    RouteUnits routes;
    @Inject
    Gateways gateways;
    @Inject
    Clock clock;

    /** Every plugin of this platform with the current tenant's use of it, by name. Needs GATEWAY_READ. */
    public List<PluginView> list() {
        Map<PluginId, InstallationUnits.Opened> mine = installations.all().stream()
            .collect(Collectors.toMap(InstallationUnits.Opened::plugin, opened -> opened));
        return running.all().stream()
            .map(plugin -> new PluginView(plugin, Optional.ofNullable(mine.get(plugin.id())).map(opened -> shown(opened, plugin.form()))))
            .toList();
    }

    public Optional<PluginView> find(PluginId plugin) {
        return list().stream().filter(view -> view.plugin().id().equals(plugin)).findFirst();
    }

    /** The gateways that take new orders from the current tenant and can do what is asked, by name. For the payer's page too. */
    public List<EnabledGateway> enabled(Capability capability) {
        Map<PluginId, InstalledPlugin> usable = running.all().stream().filter(plugin -> plugin.can(capability))
            .collect(Collectors.toMap(InstalledPlugin::id, plugin -> plugin));
        return installations.all().stream()
            .filter(opened -> opened.enabled() && usable.containsKey(opened.plugin()))
            .map(opened -> new EnabledGateway(opened.id(), opened.plugin(), usable.get(opened.plugin()).name(),
                usable.get(opened.plugin()).capabilities()))
            .toList();
    }

    /**
     * Where what is under way with a plugin is followed, enabled or not; empty when it cannot do what is asked, or was never
     * enabled. Only reads, and so may be called inside a unit of work.
     */
    public Optional<InstallationId> followed(PluginId plugin, Capability capability) {
        return running.find(plugin).filter(found -> found.can(capability)).flatMap(found -> installations.of(plugin))
            .map(InstallationUnits.Opened::id);
    }

    /**
     * Enables a plugin for the current tenant, or changes its settings. Needs GATEWAY_MANAGE.
     *
     * @param values by field key; a secret left out or empty keeps the one that is stored
     */
    public EnableOutcome enable(PluginId id, Map<String, String> values) {
        Optional<InstalledPlugin> plugin = running.find(id);
        if (plugin.isEmpty()) {
            return new EnableOutcome.NotInstalled(id);
        }
        SettingsForm form = plugin.get().form();
        Map<String, String> complete = withKeptSecrets(form, values, installations.of(id).map(InstallationUnits.Opened::values));
        List<SettingsFault> faults = form.check(complete);
        if (!faults.isEmpty()) {
            return new EnableOutcome.SettingsRefused(faults);
        }
        // The route first: one without an installation leads nowhere, an installation without a route would lose webhooks.
        InstallationId installation = routes.route(id);
        installations.enable(installation, id, complete);
        return new EnableOutcome.Enabled(installation);
    }

    /** Takes no new orders from now on; what is under way is still followed. False when it was not enabled. Needs GATEWAY_MANAGE. */
    public boolean disable(PluginId id) {
        return installations.disable(id);
    }

    /** Tries the stored settings against the gateway and keeps what it said; empty when it was never enabled. Needs GATEWAY_MANAGE. */
    public Optional<TestResult> test(PluginId id) {
        return installations.of(id).map(opened -> {
            TestResult result = result(gateways.lend(opened.id(), SettingsCheck.class, SettingsCheck::check));
            installations.tested(opened.id(), result);
            return result;
        });
    }

    private TestResult result(Loan<SettingsCheck.Verdict> loan) {
        SettingsCheck.Verdict verdict = loan.orElse(SettingsCheck.Verdict.Unreachable::new, SettingsCheck.Verdict.Unreachable::new);
        return switch (verdict) {
            case SettingsCheck.Verdict.Works works -> new TestResult(Verdict.WORKS, works.account(), clock.instant());
            case SettingsCheck.Verdict.Refused refused -> new TestResult(Verdict.REFUSED, refused.reason(), clock.instant());
            case SettingsCheck.Verdict.Unreachable away -> new TestResult(Verdict.UNREACHABLE, away.reason(), clock.instant());
        };
    }

    private static Map<String, String> withKeptSecrets(SettingsForm form, Map<String, String> values,
            Optional<Map<String, String>> stored) {
        Map<String, String> complete = new HashMap<>(values);
        for (String key : secretKeys(form)) {
            if (complete.getOrDefault(key, "").isEmpty()) {
                complete.remove(key);
                stored.map(kept -> kept.get(key)).ifPresent(kept -> complete.put(key, kept));
            }
        }
        return complete;
    }

    private static Installation shown(InstallationUnits.Opened opened, SettingsForm form) {
        Set<String> secret = secretKeys(form);
        Map<String, String> open = new HashMap<>();
        // only what the form says may be shown: a key that it no longer knows may have been a secret
        opened.values().forEach((key, value) -> {
            if (form.field(key).isPresent() && !secret.contains(key)) {
                open.put(key, value);
            }
        });
        Set<String> kept = secret.stream().filter(opened.values()::containsKey).collect(Collectors.toSet());
        return new Installation(opened.id(), opened.plugin(), opened.enabled(), open, kept, opened.changedAt(), opened.lastTest());
    }

    private static Set<String> secretKeys(SettingsForm form) {
        return form.fields().stream().filter(SettingsField.Secret.class::isInstance).map(SettingsField::key).collect(Collectors.toSet());
    }
}
