package io.quittance.plugins.b1;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.testkit.gateway.SignedArchive;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class BusinessOneArchiveIT {

    @Test
    void the_signed_archive_is_installed_with_what_it_can_do() {
        try (SignedArchive archive = SignedArchive.install("sap-business-one", trust -> new PluginHost(trust, Clock.systemUTC()))) {
            assertThat(archive.plugin().capabilities()).containsExactlyInAnyOrder(Capability.ORDER_SOURCE, Capability.ORDER_SINK,
                Capability.SETTINGS_CHECK);
        }
    }
}
