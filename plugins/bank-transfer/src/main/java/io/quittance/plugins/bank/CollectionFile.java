package io.quittance.plugins.bank;

import io.quittance.spi.gateway.BankFiles.Account;
import io.quittance.spi.gateway.BankFiles.Collection;
import io.quittance.spi.gateway.BankFiles.Debit;
import io.quittance.spi.gateway.BankFiles.Group;
import io.quittance.spi.gateway.BankFiles.Result;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.spi.gateway.BankFiles.Sequence;
import io.quittance.spi.settings.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A customer direct debit initiation: one group for each day, scheme and sequence, since each of them is said once for a group.
 *
 * @see "EPC130-08, SDD Core customer-to-PSP implementation guidelines, and EPC131-08 for B2B"
 */
final class CollectionFile {

    private final Collection collection;
    private final Account account;
    private final Settings settings;
    private final boolean newFormat;
    private final Map<String, List<Debit>> groups = new LinkedHashMap<>();

    /** What one group has in common. */
    private record Kind(LocalDate day, Scheme scheme, Sequence sequence) {
    }

    CollectionFile(Collection collection, Account account, Settings settings) {
        this.collection = collection;
        this.account = account;
        this.settings = settings;
        this.newFormat = BankForm.isNewFormat(settings);
        Map<Kind, List<Debit>> byKind = new LinkedHashMap<>();
        collection.debits().forEach(debit -> byKind.computeIfAbsent(
            new Kind(debit.collectOn(), debit.mandate().scheme(), debit.sequence()), kind -> new ArrayList<>()).add(debit));
        byKind.values().forEach(debits -> groups.put(collection.message() + "-" + (groups.size() + 1), debits));
    }

    Result.Written write() {
        String definition = newFormat ? "pain.008.001.08" : "pain.008.001.02";
        byte[] content = Message.write(definition, newFormat, "CstmrDrctDbtInitn", message -> {
            message.header(collection.message(), collection.createdAt(), collection.debits().size(), sum(collection.debits()),
                account.name());
            for (Map.Entry<String, List<Debit>> group : groups.entrySet()) {
                message.in("PmtInf", () -> group(message, group.getKey(), group.getValue()));
            }
        });
        return new Result.Written(collection.message() + "." + definition + ".xml", "application/xml", content, groups.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue().stream().map(Debit::endToEnd).toList())).toList());
    }

    private void group(Message message, String reference, List<Debit> debits) throws XMLStreamException {
        Debit any = debits.getFirst();
        message.say("PmtInfId", reference);
        message.say("PmtMtd", "DD");
        message.say("BtchBookg", !settings.isOn(BankForm.SINGLE));
        message.say("NbOfTxs", debits.size());
        message.say("CtrlSum", sum(debits).toPlainString());
        message.in("PmtTpInf", () -> {
            message.code("SEPA", "SvcLvl", "Cd");
            message.code(any.mandate().scheme().name(), "LclInstrm", "Cd");
            message.say("SeqTp", code(any.sequence()));
        });
        message.say("ReqdColltnDt", any.collectOn());
        message.party("Cdtr", account);
        message.iban("Cdtr", account);
        message.bank("Cdtr", account.bank());
        message.say("ChrgBr", "SLEV");
        message.in("CdtrSchmeId", () -> message.in("Id", () -> message.in("PrvtId", () -> message.in("Othr", () -> {
            message.say("Id", settings.text(BankForm.CREDITOR));
            message.code("SEPA", "SchmeNm", "Prtry");
        }))));
        for (Debit debit : debits) {
            message.in("DrctDbtTxInf", () -> debit(message, debit));
        }
    }

    private static void debit(Message message, Debit debit) throws XMLStreamException {
        message.code(debit.endToEnd(), "PmtId", "EndToEndId");
        message.amount(debit.amount());
        message.in("DrctDbtTx", () -> message.in("MndtRltdInf", () -> {
            message.say("MndtId", debit.mandate().reference());
            message.say("DtOfSgntr", debit.mandate().signedOn());
        }));
        message.bank("Dbtr", debit.payer().bank());
        message.party("Dbtr", debit.payer());
        message.iban("Dbtr", debit.payer());
        message.remittance(debit.text());
    }

    private static String code(Sequence sequence) {
        return switch (sequence) {
            case FIRST -> "FRST";
            case RECURRING -> "RCUR";
            case FINAL -> "FNAL";
            case ONE_OFF -> "OOFF";
        };
    }

    private static BigDecimal sum(List<Debit> debits) {
        return debits.stream().map(Debit::amount).map(Message::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
