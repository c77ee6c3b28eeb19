package io.quittance.statement.control.camt;

import io.quittance.statement.EntryStatus;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.EntryDraft;
import io.quittance.xml.Elements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads an entry and the payments in it. */
final class CamtEntry {

    private static final List<Map.Entry<String, ReferenceKind>> REFERENCES = List.of(
            Map.entry("Refs/EndToEndId", ReferenceKind.END_TO_END), Map.entry("Refs/MndtId", ReferenceKind.MANDATE),
            Map.entry("Refs/TxId", ReferenceKind.TRANSACTION), Map.entry("Refs/UETR", ReferenceKind.TRANSACTION),
            Map.entry("Refs/ClrSysRef", ReferenceKind.TRANSACTION), Map.entry("Refs/InstrId", ReferenceKind.CUSTOMER),
            Map.entry("Refs/PmtInfId", ReferenceKind.CUSTOMER), Map.entry("Refs/ChqNb", ReferenceKind.CHEQUE),
            Map.entry("RmtInf/Strd/CdtrRefInf/Ref", ReferenceKind.CREDITOR),
            Map.entry("RmtInf/Strd/CdtrRefInf/CdtrRef", ReferenceKind.CREDITOR),
            Map.entry("RmtInf/Strd/RfrdDocInf/Nb", ReferenceKind.DOCUMENT),
            Map.entry("RmtInf/Strd/RfrdDocInf/RfrdDocNb", ReferenceKind.DOCUMENT));

    private CamtEntry() {
    }

    /** @param status as the bank wrote it @param own the account that the statement is of */
    static EntryDraft read(Element entry, BigDecimal amount, String status, String own) {
        Optional<LocalDate> valueOn = CamtReader.day(entry, "ValDt");
        EntryDraft draft = new EntryDraft().amount(amount)
                .days(CamtReader.day(entry, "BookgDt").or(() -> valueOn), valueOn)
                .status(status.equals("BOOK") ? EntryStatus.BOOKED : EntryStatus.PENDING)
                .reversal(isReversal(entry))
                .code(code(entry));
        Elements.text(entry, "AcctSvcrRef").ifPresent(text -> draft.reference(ReferenceKind.BANK, text));
        List<Element> payments = Elements.all(entry, "NtryDtls/TxDtls");
        if (payments.size() == 1) {
            payment(payments.getFirst(), draft, amount, own, isReversal(entry));
        } else {
            for (Element payment : payments) {
                EntryDraft detail = new EntryDraft();
                payment(payment, detail, amount, own, isReversal(entry));
                amount(payment, entry, amount).ifPresent(detail::amount);
                draft.detail(detail);
            }
        }
        Elements.text(entry, "NtryDtls/Btch/PmtInfId", "NtryDtls/Btch/MsgId")
                .ifPresent(text -> draft.reference(ReferenceKind.CUSTOMER, text));
        Elements.text(entry, "NtryRef").ifPresent(text -> draft.reference(ReferenceKind.CUSTOMER, text));
        Elements.texts(entry, "AddtlNtryInf").forEach(draft::remittance);
        return draft;
    }

    private static boolean isReversal(Element entry) {
        return Elements.text(entry, "RvslInd").filter(said -> said.equals("true") || said.equals("1")).isPresent();
    }

    private static String code(Element holder) {
        return Elements.text(holder, "BkTxCd/Domn/Cd").map(domain -> domain
                + Elements.text(holder, "BkTxCd/Domn/Fmly/Cd").map("-"::concat).orElse("")
                + Elements.text(holder, "BkTxCd/Domn/Fmly/SubFmlyCd").map("-"::concat).orElse(""))
                .or(() -> Elements.text(holder, "BkTxCd/Prtry/Cd")).orElse("");
    }

    private static void payment(Element payment, EntryDraft draft, BigDecimal amount, String own, boolean reversal) {
        for (Map.Entry<String, ReferenceKind> path : REFERENCES) {
            Elements.texts(payment, path.getKey()).forEach(text -> draft.reference(path.getValue(), text));
        }
        Elements.text(payment, "Refs/AcctSvcrRef").ifPresent(text -> draft.reference(ReferenceKind.BANK, text));
        Elements.text(payment, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd", "RtrInf/RtrRsn/Prtry").ifPresent(draft::returned);
        List.of("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/AddtlRmtInf", "RtrInf/AddtlInf",
                "AddtlTxInf").forEach(path -> Elements.texts(payment, path).forEach(draft::remittance));
        boolean returned = reversal || Elements.first(payment, "RtrInf").isPresent();
        boolean payer = amount.signum() >= 0 != returned;
        if (account(payment, payer).equals(own) && !own.isEmpty() || name(payment, payer).isEmpty() && account(payment, payer).isEmpty()) {
            payer = account(payment, !payer).equals(own) && !own.isEmpty() ? payer : !payer;
        }
        draft.counterparty(name(payment, payer), account(payment, payer), bank(payment, payer));
    }

    private static String name(Element payment, boolean payer) {
        String party = "RltdPties/" + (payer ? "Dbtr" : "Cdtr");
        String ultimate = "RltdPties/" + (payer ? "UltmtDbtr" : "UltmtCdtr");
        return Elements.text(payment, party + "/Pty/Nm", party + "/Nm", ultimate + "/Pty/Nm", ultimate + "/Nm").orElse("");
    }

    private static String account(Element payment, boolean payer) {
        String party = "RltdPties/" + (payer ? "DbtrAcct" : "CdtrAcct");
        return Elements.text(payment, party + "/Id/IBAN", party + "/Id/Othr/Id", party + "/Id/PrtryAcct/Id", party + "/Id/BBAN").orElse("");
    }

    private static String bank(Element payment, boolean payer) {
        String agent = "RltdAgts/" + (payer ? "DbtrAgt" : "CdtrAgt") + "/FinInstnId/";
        return Elements.text(payment, agent + "BICFI", agent + "BIC", agent + "CmbndId/BIC").orElse("");
    }

    /** What this payment is of the entry, where it is told in the entry's currency. */
    private static Optional<BigDecimal> amount(Element payment, Element entry, BigDecimal whole) {
        String currency = Elements.first(entry, "Amt").map(amount -> amount.getAttribute("Ccy")).orElse("");
        boolean out = Elements.text(payment, "CdtDbtInd").map("DBIT"::equals).orElse(whole.signum() < 0);
        for (String path : List.of("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")) {
            Optional<BigDecimal> found = Elements.first(payment, path).filter(amount -> amount.getAttribute("Ccy").equals(currency))
                    .flatMap(amount -> Amounts.parse(amount.getTextContent().strip()));
            if (found.isPresent()) {
                return out ? found.map(BigDecimal::negate) : found;
            }
        }
        return Optional.empty();
    }
}
