package io.quittance.cli;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quittance.statement.Balance;
import io.quittance.statement.BankStatement;
import io.quittance.statement.Entry;
import io.quittance.statement.EntryDetail;
import io.quittance.statement.Party;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.StatementFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON that {@code schema/parse-statement-1.json} describes. */
@JsonNaming(SnakeCaseStrategy.class)
record StatementReport(int version, boolean importable, List<Statement> statements, List<String> warnings) {

    static StatementReport of(Map<String, StatementFile> files) {
        List<Statement> statements = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        files.forEach((name, file) -> {
            file.statements().forEach(statement -> statements.add(Statement.of(name, file.characterSet(), statement)));
            file.warnings().forEach(warning ->
                    warnings.add((files.size() > 1 ? name + ": " : "") + warning.fault().remedy(Locale.ENGLISH)));
        });
        return new StatementReport(1, files.values().stream().allMatch(StatementFile::isImportable), statements, warnings);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Statement(String file, String format, String characterSet, String account, String currency, String number, String opening,
            LocalDate openingDate, String closing, LocalDate closingDate, boolean importable, List<Line> entries) {

        static Statement of(String file, String characterSet, BankStatement read) {
            return new Statement(file, read.format().label(), characterSet, text(read.account()), text(read.currency()),
                    text(read.number()),
                    read.opening().map(Balance::amount).map(BigDecimal::toPlainString).orElse(null),
                    read.opening().flatMap(Balance::on).orElse(null),
                    read.closing().map(Balance::amount).map(BigDecimal::toPlainString).orElse(null),
                    read.closing().flatMap(Balance::on).orElse(null),
                    read.importable(), read.entries().stream().map(Line::of).toList());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Line(LocalDate bookingDate, LocalDate valueDate, String amount, String status, boolean reversal, Map<String, String> references,
            Counterparty counterparty, String code, String returnReason, List<String> remittance, List<Detail> details) {

        static Line of(Entry entry) {
            return new Line(entry.bookedOn().orElse(null), entry.valueOn().orElse(null), entry.amount().toPlainString(),
                    entry.status().label(), entry.reversal(), labels(entry.references()), Counterparty.of(entry.counterparty()),
                    text(entry.code()), text(entry.returnReason()), entry.remittance(), entry.details().stream().map(Detail::of).toList());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Detail(String amount, Map<String, String> references, Counterparty counterparty, String returnReason, List<String> remittance) {

        static Detail of(EntryDetail detail) {
            return new Detail(detail.amount().map(BigDecimal::toPlainString).orElse(null), labels(detail.references()),
                    Counterparty.of(detail.counterparty()), text(detail.returnReason()), detail.remittance());
        }
    }

    record Counterparty(String name, String account, String bic) {

        static Counterparty of(Party party) {
            return party.isUnknown() ? null : new Counterparty(text(party.name()), text(party.account()), text(party.bic()));
        }
    }

    private static Map<String, String> labels(Map<ReferenceKind, String> references) {
        Map<String, String> labels = new LinkedHashMap<>();
        Stream.of(ReferenceKind.values()).filter(references::containsKey).forEach(kind -> labels.put(kind.label(), references.get(kind)));
        return labels;
    }

    private static String text(String said) {
        return said.isEmpty() ? null : said;
    }
}
