package io.quittance.plugins.bank;

import io.quittance.spi.gateway.BankFiles.Account;
import io.quittance.spi.gateway.BankFiles.Credit;
import io.quittance.spi.gateway.BankFiles.Group;
import io.quittance.spi.gateway.BankFiles.Result;
import io.quittance.spi.gateway.BankFiles.Transfers;
import io.quittance.spi.settings.Settings;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A customer credit transfer initiation. @see "EPC132-08, SCT customer-to-PSP implementation guidelines" */
final class TransferFile {

    private final Transfers transfers;
    private final Account account;
    private final Settings settings;
    private final boolean newFormat;

    TransferFile(Transfers transfers, Account account, Settings settings) {
        this.transfers = transfers;
        this.account = account;
        this.settings = settings;
        this.newFormat = BankForm.isNewFormat(settings);
    }

    Result.Written write() {
        String definition = newFormat ? "pain.001.001.09" : "pain.001.001.03";
        String group = transfers.message() + "-1";
        byte[] content = Message.write(definition, newFormat, "CstmrCdtTrfInitn", message -> {
            message.header(transfers.message(), transfers.createdAt(), transfers.credits().size(), sum(), account.name());
            message.in("PmtInf", () -> group(message, group));
        });
        return new Result.Written(transfers.message() + "." + definition + ".xml", "application/xml", content,
            List.of(new Group(group, transfers.credits().stream().map(Credit::endToEnd).toList())));
    }

    private void group(Message message, String reference) throws XMLStreamException {
        message.say("PmtInfId", reference);
        message.say("PmtMtd", "TRF");
        message.say("BtchBookg", !settings.isOn(BankForm.SINGLE));
        message.say("NbOfTxs", transfers.credits().size());
        message.say("CtrlSum", sum().toPlainString());
        message.in("PmtTpInf", () -> message.code("SEPA", "SvcLvl", "Cd"));
        if (newFormat) {
            message.code(transfers.executeOn().toString(), "ReqdExctnDt", "Dt");
        } else {
            message.say("ReqdExctnDt", transfers.executeOn());
        }
        message.party("Dbtr", account);
        message.iban("Dbtr", account);
        message.bank("Dbtr", account.bank());
        message.say("ChrgBr", "SLEV");
        for (Credit credit : transfers.credits()) {
            message.in("CdtTrfTxInf", () -> credit(message, credit));
        }
    }

    private static void credit(Message message, Credit credit) throws XMLStreamException {
        message.code(credit.endToEnd(), "PmtId", "EndToEndId");
        message.in("Amt", () -> message.amount(credit.amount()));
        if (credit.payee().bank().isPresent()) {
            message.bank("Cdtr", credit.payee().bank());
        }
        message.party("Cdtr", credit.payee());
        message.iban("Cdtr", credit.payee());
        message.remittance(credit.text());
    }

    private BigDecimal sum() {
        return transfers.credits().stream().map(Credit::amount).map(Message::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
