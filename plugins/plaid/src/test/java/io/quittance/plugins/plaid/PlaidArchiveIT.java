package io.quittance.plugins.plaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.testkit.gateway.SignedArchive;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class PlaidArchiveIT {

    @Test
    void a_page_opens_through_the_signed_archive() {
        try (SignedArchive archive = SignedArchive.install("plaid", trust -> new PluginHost(trust, Clock.systemUTC()));
                PlaidWorld plaid = new PlaidWorld()) {
            assertThat(archive.plugin().capabilities()).containsExactlyInAnyOrder(Capability.BANK_FEED, Capability.SETTINGS_CHECK);
            assertThat(archive.plugin().hosts()).containsExactly("production.plaid.com", "sandbox.plaid.com", "setting:api-base");
            assertThat(archive.<BankFeed, Consent.Begun>lend(BankFeed.class, feed -> feed.begin(PlaidWorld.wish(Optional.empty()),
                plaid.world.call()))).isInstanceOf(Consent.Opened.class);
        }
    }
}
