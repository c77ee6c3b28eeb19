package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.testing.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real files of OFX, CODA, BAI2 and NACHA against the figures that they and others state. */
class SampleTotalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ofx_files_have_the_accounts_sums_and_balances_that_were_counted_in_their_tags() throws IOException {
        Path derived = Samples.files("bank/ofx", "derived.jsonl").getFirst();
        for (String line : Files.readAllLines(derived)) {
            JsonNode truth = JSON.readTree(line);
            StatementFile file = Reading.of(derived.resolveSibling(truth.path("file").asText()));
            String name = truth.path("file").asText();

            assertThat(file.statements()).as(name).hasSize(truth.path("statements").asInt());
            if (truth.path("statements").asInt() > 0 && !truth.path("sum_of_amounts").isNull() && !name.contains("wrong")) {
                assertThat(Reading.entries(file)).as(name).hasSize(truth.path("transactions").asInt());
                assertThat(Reading.sum(Reading.entries(file))).as(name)
                        .isEqualByComparingTo(new BigDecimal(truth.path("sum_of_amounts").asText()));
            }
            assertThat(truth.path("accounts").valueStream().map(JsonNode::asText).toList()).as(name).containsAll(
                    file.statements().stream().map(BankStatement::account).filter(account -> !account.isEmpty()).toList());
            assertThat(file.statements().stream().map(BankStatement::closing).flatMap(Optional::stream).toList()).as(name)
                    .hasSize((int) truth.path("ledger_balances").valueStream().filter(balance -> !balance.asText().isBlank()).count());
        }
    }

    @Test
    void broken_ofx_files_are_read_as_far_as_possible_and_not_imported() {
        for (Path file : Samples.files("bank/ofx/ofxparse-broken", "e.ofx")) {
            assertThat(Reading.of(file).warnings()).as(file.toString()).isNotEmpty();
        }
        assertThat(Samples.files("bank/ofx/oca", "wrong.ofx")).allSatisfy(file -> assertThat(Reading.of(file).isImportable()).isFalse());
        assertThat(Samples.files("bank/ofx/ofxparse-broken", "error.ofx")).allSatisfy(file ->
                assertThat(Reading.rules(Reading.of(file))).contains("statement.amount"));
    }

    @Test
    void coda_files_have_their_balances_and_those_that_do_not_add_up_say_so() throws IOException {
        Path derived = Samples.files("bank/coda", "derived.jsonl").getFirst();
        for (String line : Files.readAllLines(derived)) {
            JsonNode truth = JSON.readTree(line);
            StatementFile file = Reading.of(derived.resolveSibling(truth.path("file").asText()));
            JsonNode expected = truth.path("statements").path(0);

            assertThat(file.statements()).singleElement().satisfies(statement -> {
                assertThat(statement.opening().orElseThrow().amount())
                        .isEqualByComparingTo(new BigDecimal(expected.path("old_balance").asText()));
                assertThat(statement.closing().orElseThrow().amount())
                        .isEqualByComparingTo(new BigDecimal(expected.path("new_balance").asText()));
                assertThat(statement.entries().stream().mapToInt(entry -> 1 + entry.details().size()).sum())
                        .isEqualTo(expected.path("movements").asInt());
            });
            assertThat(file.isImportable()).as(line).isEqualTo(List.of("sample1.cod", "sample8.cod").contains(truth.path("file").asText()));
        }
    }

    @Test
    void bai2_files_hold_every_total_that_they_state() {
        for (Path file : Samples.files("bank/bai2", ".txt")) {
            StatementFile read = Reading.of(file);
            assertThat(read.format()).isEqualTo(StatementFormat.BAI2);
            if (!file.endsWith("SOURCE.md")) {
                assertThat(read.warnings()).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void nacha_files_hold_their_hashes_and_totals_and_broken_ones_say_what_is_wrong() {
        for (Path file : Samples.files("bank/ach", ".ach")) {
            if (file.toString().endsWith("fixedLengthInvalid.ach")) {
                assertThat(Reading.refusal(Samples.bytes(file))).isEqualTo("statement.unknown");
            } else if (file.toString().contains("heckDigit")) {
                assertThat(Reading.rules(Reading.of(file))).containsExactly("statement.checkDigit");
            } else if (file.toString().contains("NOC")) {
                assertThat(Reading.rules(Reading.of(file))).containsExactly("statement.changeCode");
            } else {
                assertThat(Reading.of(file).isImportable()).as(file.toString()).isTrue();
            }
        }
        List<Entry> returned = Reading.entries(Reading.of(Samples.files("bank/ach", "return-WEB.ach").getFirst()));
        assertThat(returned).extracting(Entry::returnReason).containsExactly("R01", "R03");
        assertThat(returned).extracting(entry -> entry.amount().toPlainString()).containsExactly("-123.54", "45.65");
    }
}
