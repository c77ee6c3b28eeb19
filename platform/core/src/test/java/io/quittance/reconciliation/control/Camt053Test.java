package io.quittance.reconciliation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quittance.Fault;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Camt053Test {

    @Test
    void every_booked_line_is_read_to_the_cent() {
        List<ReadStatement> read = Camt053.read(new CamtText("S1").line("2026-03-05", 9680, "r1", "PAYOUT po_1")
                .line("2026-03-05", -250, "r2", "fee")
                .closing());

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().lines()).extracting(line -> line.amount().toString()).containsExactly("96.80 EUR", "-2.50 EUR");
        assertThat(read.getFirst().lines().getFirst().texts()).containsExactly("r1", "PAYOUT po_1");
        assertThat(read.getFirst().closing()).hasToString("94.30 EUR");
    }

    @Test
    void a_statement_that_does_not_add_up_is_refused_with_its_figures() {
        Fault fault = fault(new CamtText("S1").line("2026-03-05", 9680, "r1", "x").closing(9681));

        assertThat(fault.rule()).isEqualTo("statement.unbalanced");
        assertThat(fault.remedy(Locale.ENGLISH)).contains("S1", "96.80 EUR", "96.81 EUR");
    }

    @Test
    void what_is_no_statement_is_refused_with_the_remedy() {
        assertThat(fault("hello".getBytes(StandardCharsets.UTF_8)).rule()).isEqualTo("statement.notXml");
        assertThat(fault("<Document/>".getBytes(StandardCharsets.UTF_8)).remedy(Locale.GERMAN)).contains("camt.053");
        assertThat(fault("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".getBytes(StandardCharsets.UTF_8)).rule())
                .isEqualTo("statement.notXml");
    }

    @ParameterizedTest
    @CsvSource({"camt053.v2.minimal.xml,statement.unbalanced", "camt052.v2.xml,statement.notCamt053",
        "camt054.v2.xml,statement.notCamt053"})
    void real_files_that_prove_nothing_are_refused_with_the_reason(String file, String rule) throws IOException {
        assertThat(fault(sample(file)).rule()).isEqualTo(rule);
    }

    @Test
    void equal_lines_of_one_day_keep_identities_of_their_own() {
        ReadStatement read = Camt053.read(new CamtText("S1").line("2026-03-05", 500, "", "coffee")
                .line("2026-03-05", 500, "", "coffee").closing())
                .getFirst();

        assertThat(Identity.ofLines(read)).doesNotHaveDuplicates().hasSize(read.lines().size());
        assertThat(read.lines()).extracting(ReadLine::bankReference).containsOnly("");
    }

    private static Fault fault(byte[] content) {
        return catchThrowableOfType(UnreadableStatement.class, () -> Camt053.read(content)).fault();
    }

    private static byte[] sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("quittance.home", "."), "../shared/samples/bank/camt/genkgo", name);
        boolean there = Files.exists(file);
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(file + " is missing, and in CI it must not be");
        }
        Assumptions.assumeTrue(there, () -> "no sample files beside the project: " + file);
        return Files.readAllBytes(file);
    }
}
