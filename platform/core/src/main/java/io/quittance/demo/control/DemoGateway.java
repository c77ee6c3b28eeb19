package io.quittance.demo.control;

import io.quittance.config.Configuration;
import io.quittance.demo.DemoBusiness;
import io.quittance.plugin.EnableOutcome;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginView;
import io.quittance.plugin.boundary.Plugins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the demo's customers pay through Sandbox Pay, where that gateway is installed and its company runs. */
@ApplicationScoped
public class DemoGateway {

    private static final Logger LOG = LoggerFactory.getLogger(DemoGateway.class);
    private static final PluginId SANDBOX = new PluginId("sandbox-gateway");
    private static final int SECRET_BITS = 128;
    private static final int HEXADECIMAL = 16;

    @Inject
    Plugins plugins;
    @Inject
    Configuration configuration;

    void enable(DemoBusiness business) {
        Optional<String> company = configuration.find("quittance.sandbox.url");
        boolean wanted = company.isPresent() && plugins.find(SANDBOX).filter(view -> !view.isEnabled()).map(PluginView::plugin).isPresent();
        if (wanted) {
            EnableOutcome outcome = plugins.enable(SANDBOX, Map.of("api-base", company.get(), "account", business.slug(),
                    "api-key", secret(), "webhook-secret", secret()));
            if (!(outcome instanceof EnableOutcome.Enabled)) {
                LOG.warn("demo: {} cannot be paid through Sandbox Pay: {}", business.slug(), outcome);
            }
        }
    }

    private static String secret() {
        return new BigInteger(SECRET_BITS, new SecureRandom()).toString(HEXADECIMAL);
    }
}
