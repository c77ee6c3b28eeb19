package io.quittance.statement.control.camt;

import io.quittance.statement.Entry;
import io.quittance.statement.control.Amounts;
import io.quittance.statement.control.StatementDraft;
import io.quittance.xml.Elements;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** Holds what was read to the transactions summary, where the statement has one. */
final class CamtSummary {

    private CamtSummary() {
    }

    static void check(Element statement, StatementDraft draft) {
        Optional<Element> summary = Elements.first(statement, "TxsSummry");
        if (summary.isEmpty()) {
            return;
        }
        List<Entry> entries = draft.entries().stream().map(entry -> entry.build(draft.currency())).toList();
        group(summary.get(), "TtlNtries", entries, _ -> true, draft);
        group(summary.get(), "TtlCdtNtries", entries, entry -> entry.amount().signum() > 0, draft);
        group(summary.get(), "TtlDbtNtries", entries, entry -> entry.amount().signum() < 0, draft);
        net(summary.get(), entries, draft);
    }

    private static void group(Element summary, String name, List<Entry> entries, Predicate<Entry> which, StatementDraft draft) {
        List<BigDecimal> amounts = entries.stream().filter(which).map(entry -> entry.amount().abs()).toList();
        Elements.text(summary, name + "/NbOfNtries").filter(count -> count.matches("[0-9]{1,15}"))
                .ifPresent(count -> draft.expectCount(name + "/NbOfNtries", Long.parseLong(count), amounts.size()));
        Elements.text(summary, name + "/Sum").flatMap(Amounts::parse)
                .ifPresent(sum -> draft.expect(name + "/Sum", sum, amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static void net(Element summary, List<Entry> entries, StatementDraft draft) {
        Optional<BigDecimal> stated = Elements.text(summary, "TtlNtries/TtlNetNtry/Amt", "TtlNtries/TtlNetNtryAmt").flatMap(Amounts::parse);
        Optional<String> direction = Elements.text(summary, "TtlNtries/TtlNetNtry/CdtDbtInd", "TtlNtries/CdtDbtInd");
        if (stated.isPresent() && direction.isPresent()) {
            BigDecimal net = direction.get().equals("DBIT") ? stated.get().negate() : stated.get();
            draft.expect("TtlNtries/TtlNetNtry", net, entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
