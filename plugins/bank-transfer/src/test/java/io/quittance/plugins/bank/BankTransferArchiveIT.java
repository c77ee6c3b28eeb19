package io.quittance.plugins.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.BankFiles.Result;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class BankTransferArchiveIT {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.plugins.built"));
    private static final PluginId BANK = new PluginId("bank-transfer");

    private final PluginHost host = new PluginHost(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return name.equals("quittance.plugins.trusted.keys")
                ? Optional.of(FOLDER.resolveSibling("trusted-keys").toString()) : Optional.empty();
        }
    }, Clock.systemUTC());

    @Test
    void a_file_is_written_through_the_signed_archive() {
        assertThat(host.install(FOLDER.resolve("bank-transfer.jar"))).isInstanceOf(InstallOutcome.Installed.class);
        InstalledPlugin plugin = host.find(BANK).orElseThrow();
        assertThat(plugin.capabilities())
            .containsExactlyInAnyOrder(Capability.PAYMENT_GATEWAY, Capability.PAYMENT_INSTRUCTION, Capability.BANK_FILES);
        assertThat(plugin.hosts()).isEmpty();
        BankFiles.Transfers transfers = new BankFiles.Transfers("Q1", BankWorld.NOW, LocalDate.parse("2026-03-02"),
            List.of(BankWorld.credit("R1", "19.99")));
        Loan<Result> loan = host.lend(BANK, BankFiles.class, files -> files.transfer(transfers, BankWorld.call()));
        assertThat(loan).isInstanceOf(Loan.Returned.class);
        Result result = ((Loan.Returned<Result>) loan).value();
        assertThat(BankWorld.at(BankWorld.written(result).content(), "//InstdAmt")).containsExactly("19.99");
        assertThat(host.remove(BANK)).isTrue();
    }
}
