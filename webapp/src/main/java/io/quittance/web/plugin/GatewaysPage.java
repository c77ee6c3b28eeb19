package io.quittance.web.plugin;

import io.quittance.intake.GatewayTraffic;
import io.quittance.intake.boundary.Traffic;
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
