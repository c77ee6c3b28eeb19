package io.quittance.plugins.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.BankFiles.Result;
import io.quittance.testkit.gateway.SignedArchive;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class BankTransferArchiveIT {

    @Test
    void a_file_is_written_through_the_signed_archive() {
        BankFiles.Transfers transfers = new BankFiles.Transfers("Q1", BankWorld.NOW, LocalDate.parse("2026-03-02"),
            List.of(BankWorld.credit("R1", "19.99")));
        try (SignedArchive archive = SignedArchive.install("bank-transfer", trust -> new PluginHost(trust, Clock.systemUTC()))) {
            assertThat(archive.plugin().capabilities())
                .containsExactlyInAnyOrder(Capability.PAYMENT_GATEWAY, Capability.PAYMENT_INSTRUCTION, Capability.BANK_FILES);
            assertThat(archive.plugin().hosts()).isEmpty();
            Result result = archive.lend(BankFiles.class, files -> files.transfer(transfers, BankWorld.call()));
            assertThat(BankWorld.at(BankWorld.written(result).content(), "//InstdAmt")).containsExactly("19.99");
        }
    }
}
