package io.quittance.plugins.bank;

import io.quittance.spi.bank.CreditorReference;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInstruction;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsForm;
import io.quittance.spi.settings.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tenant's own bank. */
public final class BankTransferGateway implements PaymentGateway, PaymentInstruction, BankFiles {

    private static final String EURO = "EUR";
    /** Each order of the schemes moves 0.01 to 999,999,999.99 euro. @see "EPC125-05 and EPC016-06, AT-04 and AT-06" */
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    /** The zone in which TARGET's days begin and end. */
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

    @Override
    public String id() {
        return "bank-transfer";
    }

    @Override
    public String name() {
        return "Bank transfer";
    }

    @Override
    public SettingsForm settings() {
        return BankForm.FORM;
    }

    @Override
    public Instruction instruct(Due due, GatewayCall call) {
        Settings settings = call.settings();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(new Wording("Payee", "Empfänger"), settings.text(BankForm.HOLDER)));
        String iban = settings.text(BankForm.IBAN);
        lines.add(new Line(new Wording("IBAN", "IBAN"), Iban.parse(iban).map(Iban::grouped).orElse(iban)));
        settings.find(BankForm.BIC).ifPresent(bic -> lines.add(new Line(new Wording("BIC", "BIC"), bic)));
        String reference = CreditorReference.parse(due.reference()).map(CreditorReference::grouped).orElse(due.reference());
        lines.add(new Line(new Wording("Reference", "Verwendungszweck"), reference));
        return new Instruction(lines, due.reference());
    }

    @Override
    public LocalDate collectionDay(LocalDate wanted, GatewayCall call) {
        LocalDate earliest = earliest(call);
        return BankDays.onOrAfter(wanted.isBefore(earliest) ? earliest : wanted);
    }

    @Override
    public Result collect(Collection collection, GatewayCall call) {
        Settings settings = call.settings();
        Optional<Wording> fault = fault(settings, collection.debits().stream().map(Debit::amount).toList(),
                collection.debits().stream().map(Debit::payer).toList(), collection.debits().stream().map(Debit::endToEnd).toList());
        if (fault.isPresent()) {
            return new Result.Refused(fault.get());
        }
        if (settings.find(BankForm.CREDITOR).filter(CreditorIdentifier::isValid).isEmpty()) {
            return new Result.Refused(new Wording("The creditor identifier in the plugin's settings is missing or mistyped.",
                "Die Gläubiger-Identifikationsnummer in den Einstellungen des Plugins fehlt oder hat einen Tippfehler."));
        }
        LocalDate earliest = earliest(call);
        if (collection.debits().stream().map(Debit::collectOn).anyMatch(day -> day.isBefore(earliest) || !BankDays.isOpen(day))) {
            return new Result.Refused(new Wording("A collection day is too early for the notice, or the banks are closed on it.",
                "Ein Einzugstag liegt vor Ablauf der Vorankündigung oder ist kein Bankarbeitstag."));
        }
        return new CollectionFile(collection, BankForm.account(settings).orElseThrow(), settings).write();
    }

    @Override
    public Result transfer(Transfers transfers, GatewayCall call) {
        Settings settings = call.settings();
        Optional<Wording> fault = fault(settings, transfers.credits().stream().map(Credit::amount).toList(),
                transfers.credits().stream().map(Credit::payee).toList(), transfers.credits().stream().map(Credit::endToEnd).toList());
        return fault.<Result>map(Result.Refused::new)
            .orElseGet(() -> new TransferFile(transfers, BankForm.account(settings).orElseThrow(), settings).write());
    }

    /** Told today, counted in calendar days. */
    private static LocalDate earliest(GatewayCall call) {
        return BankDays.onOrAfter(LocalDate.ofInstant(call.clock().instant(), FRANKFURT).plusDays(BankForm.noticeDays(call.settings())));
    }

    private static Optional<Wording> fault(Settings settings, List<Money> amounts, List<Account> others, List<String> names) {
        if (BankForm.account(settings).filter(account -> account.iban().inSepa()).isEmpty()) {
            return Optional.of(new Wording("The IBAN in the plugin's settings is mistyped or not of a country of SEPA.",
                "Die IBAN in den Einstellungen des Plugins hat einen Tippfehler oder gehört zu keinem SEPA-Land."));
        }
        if (amounts.isEmpty()) {
            return Optional.of(new Wording("There is nothing to be ordered.", "Es gibt nichts zu beauftragen."));
        }
        Set<String> seen = new HashSet<>();
        if (!names.stream().allMatch(seen::add)) {
            return Optional.of(new Wording("Two orders have the same name.", "Zwei Aufträge haben denselben Namen."));
        }
        if (amounts.stream().anyMatch(amount -> !amount.currency().getCurrencyCode().equals(EURO)
                || amount.toDecimal().compareTo(MOST) > 0)) {
            return Optional.of(new Wording("Only amounts in euro up to 999,999,999.99 can be ordered.",
                "Nur Beträge in Euro bis 999.999.999,99 können beauftragt werden."));
        }
        return others.stream().filter(other -> !other.iban().inSepa()).findFirst()
            .map(other -> new Wording(other.name() + " has an account outside of SEPA.",
                other.name() + " hat ein Konto außerhalb von SEPA."));
    }
}
