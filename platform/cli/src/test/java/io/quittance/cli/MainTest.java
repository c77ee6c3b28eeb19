package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    @Test
    void an_unknown_subcommand_or_argument_is_answered_in_one_line() {
        assertThat(run("no-such-thing")).containsExactly("2", "name one of [audit-books, bench, parse-statement, simulate, verify-audit]");
        assertThat(run("audit-books", "--nonsense")).containsExactly("2", "audit-books knows --json and --charges=FILE but not --nonsense");
    }

    @Test
    void a_seed_is_played_again_step_by_step() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Main.run(List.of("simulate", "--seed", "7", "--days", "30"), out, out)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).matches("(?s)seed 7: the product and the naive model agree after each of \\d+"
                + " steps on 30 days \\(\\d+ tenant-days a CPU-minute\\)\\s+");
        assertThat(run("simulate", "--days", "0")).containsExactly("2", "use: simulate [--seed N] [--days N], days from 1 to 700");
        assertThat(run("simulate", "--seed")).first().isEqualTo("2");
        assertThat(run("simulate", "--nonsense", "1")).first().isEqualTo("2");
    }

    @Test
    void without_a_database_it_says_which_setting_is_missing() {
        assertThat(run("audit-books")).first().isEqualTo("2");
        assertThat(run("audit-books")).last().asString().contains("quittance.db.url");
    }

    @Test
    void the_sandbox_companys_journal_is_read_up_to_its_last_whole_line() throws IOException {
        Path file = Files.writeString(folder.resolve("journal.jsonl"), """
                Account {"id":"a"}
                Payment {"id":"pay_1","amount":500,"currency":"EUR","state":"open"}
                Payment {"id":"pay_2","amount":700,"currency":"EUR","state":"captured"}
                Payment {"id":"pay_1","amount":500,"currency":"EUR","state":"captured"}
                Payment {"id":"pay_3","amount":900,"curr""");
        assertThat(SandboxJournal.read(file).captures())
                .isEqualTo(Map.of("pay_1", Money.ofMinor(500, "EUR"), "pay_2", Money.ofMinor(700, "EUR")));
        assertThat(run("audit-books", "--charges=" + folder.resolve("absent"))).last().asString().contains("absent");
    }

    /** Exit code, then what was said on standard error. */
    private static List<String> run(String... arguments) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        int code = Main.run(List.of(arguments), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), err);
        return List.of(Integer.toString(code), errors.toString(StandardCharsets.UTF_8).strip());
    }
}
