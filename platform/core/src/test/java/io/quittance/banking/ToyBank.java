package io.quittance.banking;

import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A bank that takes lists, all orders as one group, and collects on any day but Sundays. */
final class ToyBank implements PaymentGateway, BankFiles {

    final List<Collection> collections = new ArrayList<>();
    final List<Transfers> transfers = new ArrayList<>();
    boolean refuses;

    @Override
    public String id() {
        return "toy-bank";
    }

    @Override
    public String name() {
        return "Toy Bank";
    }

    @Override
    public SettingsForm settings() {
        return SettingsForm.of();
    }

    @Override
    public LocalDate collectionDay(LocalDate wanted, GatewayCall call) {
        return wanted.plusDays(1);
    }

    @Override
    public Result collect(Collection collection, GatewayCall call) {
        collections.add(collection);
        return refuses ? new Result.Refused(new Wording("no", "nein"))
                : written(collection.message(), collection.debits().stream().map(Debit::endToEnd).toList());
    }

    @Override
    public Result transfer(Transfers given, GatewayCall call) {
        transfers.add(given);
        return written(given.message(), given.credits().stream().map(Credit::endToEnd).toList());
    }

    private static Result written(String message, List<String> names) {
        return new Result.Written(message + ".txt", "text/plain", String.join("\n", names).getBytes(StandardCharsets.UTF_8),
                List.of(new Group(message + "-1", names)));
    }
}
