package io.quittance.banking.boundary;

import io.quittance.banking.BankOrder;
import io.quittance.banking.BatchId;
import io.quittance.banking.BatchKind;
import io.quittance.banking.BatchOutcome;
import io.quittance.banking.CollectionWish;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateId;
import io.quittance.banking.Preparation;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.Loan;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.bank.Bic;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.GatewayCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prepares and releases batches. A plugin says on which days the bank collects, and writes the file; it is called between units of
 * work, so this must not be called inside one.
 */
@ApplicationScoped
public class BankBatches {

    @Inject
    BatchUnits units;
    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;

    /** Orders the collection of all that is due and may be collected. Needs BANK_BATCH_PREPARE. */
    public BatchOutcome collect(CollectionWish wish) {
        Set<LocalDate> wanted = units.collectible(wish.dueBy()).stream().map(each -> each.wanted(wish.notBefore()))
                .collect(Collectors.toSet());
        Optional<EnabledGateway> bank = bank();
        if (bank.isEmpty()) {
            return new BatchOutcome.NoBank();
        }
        Loan<Map<LocalDate, LocalDate>> days = gateways.lend(bank.get().installation(), BankFiles.class,
                (files, call) -> wanted.stream().collect(Collectors.toMap(day -> day, day -> files.collectionDay(day, call))));
        return days instanceof Loan.Returned<Map<LocalDate, LocalDate>>(Map<LocalDate, LocalDate> found)
                ? units.collection(wish, bank.get().installation(), found) : new BatchOutcome.NoBank();
    }

    /** Orders the transfer of all refunds that wait for it. Needs BANK_BATCH_PREPARE. */
    public BatchOutcome transfer(String key) {
        Optional<EnabledGateway> bank = bank();
        return bank.isEmpty() ? new BatchOutcome.NoBank() : units.transfers(key, bank.get().installation());
    }

    /** Has the file written and releases the batch, both or neither. Needs BANK_BATCH_RELEASE, and somebody else than who prepared it. */
    public BatchOutcome release(BatchId id) {
        Optional<Preparation> preparation = units.preparation(id);
        if (preparation.isEmpty()) {
            return units.objection(id).orElseGet(BatchOutcome.Unknown::new);
        }
        Loan<BankFiles.Result> written = gateways.lend(preparation.get().installation(), BankFiles.class,
                (files, call) -> write(preparation.get(), files, call));
        if (!(written instanceof Loan.Returned<BankFiles.Result>(BankFiles.Result result))) {
            return new BatchOutcome.NoBank();
        }
        return switch (result) {
            case BankFiles.Result.Written file -> units.release(preparation.get(), file);
            case BankFiles.Result.Refused refused -> new BatchOutcome.Refused(refused.reason());
        };
    }

    /** Whether files can be written at all. */
    public boolean isPossible() {
        return bank().isPresent();
    }

    private Optional<EnabledGateway> bank() {
        return plugins.enabled(Capability.BANK_FILES).stream().findFirst();
    }

    private static BankFiles.Result write(Preparation preparation, BankFiles files, GatewayCall call) {
        String message = preparation.batch().message();
        List<BankOrder> orders = preparation.orders();
        if (preparation.batch().kind() == BatchKind.COLLECTION) {
            return files.collect(new BankFiles.Collection(message, preparation.at(),
                    orders.stream().map(order -> debit(order, preparation.mandates())).toList()), call);
        }
        LocalDate day = orders.stream().map(BankOrder::executeOn).max(LocalDate::compareTo).orElseThrow();
        return files.transfer(new BankFiles.Transfers(message, preparation.at(), day, orders.stream().map(order ->
                new BankFiles.Credit(order.endToEnd(), order.amount(), account(order), order.text())).toList()), call);
    }

    private static BankFiles.Debit debit(BankOrder order, Map<MandateId, Mandate> mandates) {
        BankOrder.Debit debit = order.debit().orElseThrow();
        Mandate mandate = mandates.get(debit.mandate());
        return new BankFiles.Debit(order.endToEnd(), order.amount(), account(order), new BankFiles.Mandate(mandate.details().reference(),
                mandate.details().signedOn(), mandate.details().scheme()), debit.sequence(), order.executeOn(), order.text());
    }

    private static BankFiles.Account account(BankOrder order) {
        return new BankFiles.Account(order.holder(), new Iban(order.iban()), Bic.parse(order.bic()));
    }
}
