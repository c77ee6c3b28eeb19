package io.quittance.web.plugin;

import io.quittance.intake.GatewayTraffic;
import io.quittance.intake.boundary.Traffic;
import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginView;
import io.quittance.plugin.TestResult;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The gateways of this platform and the tenant's own use of them. */
@Named("gateways")
@ViewScoped
public class GatewaysPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Plugins plugins;

    @Inject
    transient Traffic sources;

    @Inject
    transient Say say;

    private transient Map<InstallationId, GatewayTraffic> traffic;

    private transient List<PluginView> all;

    public List<PluginView> getAll() {
        if (all == null) {
            all = plugins.list();
        }
        return all;
    }

    /** What is heard from an enabled gateway. */
    public GatewayTraffic heard(PluginView view) {
        if (traffic == null) {
            traffic = sources.all();
        }
        return view.installation().map(mine -> traffic.getOrDefault(mine.id(), GatewayTraffic.NONE)).orElse(GatewayTraffic.NONE);
    }

    /** What plugins are for. */
    public enum Purpose {
        PAYMENTS, BANKS, SYSTEMS;

        static Purpose of(PluginView view) {
            return view.plugin().can(Capability.BANK_FEED) ? BANKS : view.plugin().can(Capability.PAYMENT_GATEWAY) ? PAYMENTS : SYSTEMS;
        }
    }

    /** Plugins for one purpose. */
    public record Group(Purpose kind, List<PluginView> plugins) {
    }

    /** By purpose; a purpose without plugins is left out. */
    public List<Group> getGroups() {
        Map<Purpose, List<PluginView>> byPurpose = getAll().stream()
                .collect(Collectors.groupingBy(Purpose::of, TreeMap::new, Collectors.toList()));
        return byPurpose.entrySet().stream().map(each -> new Group(each.getKey(), each.getValue())).toList();
    }

    public void test(String plugin) {
        Optional<TestResult> result = plugins.test(new PluginId(plugin));
        if (result.isEmpty()) {
            say.refused("gateway.test.none");
        } else if (result.get().verdict() == TestResult.Verdict.WORKS) {
            say.done("gateway.test.works", result.get().detail());
        } else {
            say.refused("gateway.test.failed", result.get().detail());
        }
        all = null;
    }

    public void disable(String plugin) {
        if (plugins.disable(new PluginId(plugin))) {
            say.done("gateway.disabled");
        }
        all = null;
    }
}
