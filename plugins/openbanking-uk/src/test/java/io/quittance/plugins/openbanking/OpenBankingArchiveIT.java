package io.quittance.plugins.openbanking;

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
class OpenBankingArchiveIT {

    @Test
    void a_page_opens_through_the_signed_archive() {
        try (SignedArchive archive = SignedArchive.install("openbanking-uk", trust -> new PluginHost(trust, Clock.systemUTC()));
                BankWorld bank = new BankWorld()) {
            assertThat(archive.plugin().capabilities()).containsExactlyInAnyOrder(Capability.BANK_FEED);
            assertThat(archive.plugin().hosts()).containsExactly("setting:api-base", "setting:token-endpoint", "setting:jwks-uri");
            assertThat(archive.<BankFeed, Consent.Begun>lend(BankFeed.class, feed -> feed.begin(BankWorld.wish(Optional.empty()),
                bank.world.call()))).isInstanceOf(Consent.Opened.class);
        }
    }
}
