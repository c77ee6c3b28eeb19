package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import io.quittance.testing.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real MT940 and MT942 files against what two other readers make of them. */
class MtSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_real_file_has_the_transactions_that_another_reader_finds() throws IOException {
        for (Path file : Samples.files("bank/mt940", ".sta")) {
            JsonNode expected = JSON.readTree(Path.of(file.toString().replace(".sta", ".expected.json")).toFile());
            List<String> truth = new ArrayList<>();
            for (JsonNode transaction : expected.path("transactions")) {
                String value = transaction.path("date").asText();
                BigDecimal amount = new BigDecimal(transaction.path("amount").path("amount").asText());
                truth.add(String.join(" ", amount.stripTrailingZeros().toPlainString(),
                        transaction.path("amount").path("currency").asText(), value, transaction.path("entry_date").asText(value)));
            }
            List<String> found = new ArrayList<>();
            for (BankStatement statement : Reading.of(file).statements()) {
                statement.entries().forEach(entry -> found.add(String.join(" ", entry.amount().stripTrailingZeros().toPlainString(),
                        statement.currency(), entry.valueOn().orElseThrow().toString(), entry.bookedOn().orElseThrow().toString())));
            }
            assertThat(found).as(file.toString()).containsExactlyElementsOf(truth);
        }
    }

    @Test
    void every_real_file_has_the_amounts_that_prowide_finds_in_its_fields() {
        for (Path file : Samples.files("bank/mt940", ".sta")) {
            List<BigDecimal> truth = new ArrayList<>();
            List<BigDecimal> openings = new ArrayList<>();
            new String(Samples.bytes(file), StandardCharsets.UTF_8).lines().forEach(line -> {
                if (line.startsWith(":61:")) {
                    Field61 field = new Field61(line.substring(4));
                    BigDecimal amount = decimal(field.getComponent(5));
                    truth.add("D".equals(field.getComponent(3)) || "RC".equals(field.getComponent(3)) ? amount.negate() : amount);
                } else if (line.startsWith(":60F:") || line.startsWith(":60M:")) {
                    openings.add(decimal(new Field60F(line.substring(5)).getAmount()));
                }
            });
            StatementFile read = Reading.of(file);
            assertThat(Reading.entries(read)).as(file.toString()).extracting(Entry::amount)
                    .usingElementComparator(BigDecimal::compareTo).containsExactlyElementsOf(truth);
            assertThat(read.statements().stream().flatMap(statement -> statement.opening().stream()).map(Balance::amount).toList())
                    .usingElementComparator(BigDecimal::compareTo).containsExactlyElementsOf(openings);
        }
    }

    @Test
    void files_that_were_made_anonymous_and_no_longer_add_up_are_read_but_may_not_be_imported() {
        Path file = Samples.files("bank/mt940", "postfinance.sta").getFirst();
        StatementFile read = Reading.of(file);

        assertThat(read.isImportable()).isFalse();
        assertThat(read.statements()).extracting(BankStatement::importable).containsExactly(true, false);
        assertThat(read.warnings()).singleElement().satisfies(warning -> assertThat(warning.fault().remedy(java.util.Locale.GERMAN))
                .contains("999/2", "229.20", "-69.80", "159.60", "0.20"));
    }

    private static BigDecimal decimal(String said) {
        return new BigDecimal(said.endsWith(",") ? said.substring(0, said.length() - 1) : said.replace(',', '.'));
    }
}
