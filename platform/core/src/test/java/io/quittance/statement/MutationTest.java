package io.quittance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.statement.boundary.StatementReader;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Real files with bytes flipped, dropped, doubled and cut: nothing but an outcome, soon, and no total that does not hold. */
class MutationTest {

    private static final int PER_FILE = 15;
    private static final Set<StatementFormat> PROVEN = Set.of(StatementFormat.MT940, StatementFormat.CAMT_053, StatementFormat.CODA);

    private final StatementReader reader = new StatementReader();

    @Test
    void a_damaged_file_is_refused_or_told_and_never_imported_with_a_wrong_total() {
        List<Path> files = Samples.files("bank", "");
        Random chance = new Random(20260302);
        Assertions.assertTimeout(Duration.ofMinutes(2), () -> {
            for (Path file : files) {
                byte[] whole = Samples.bytes(file);
                for (int i = 0; i < PER_FILE && whole.length > 0; i++) {
                    check(file, mutated(whole, chance));
                }
            }
        });
        assertThat(files).hasSizeGreaterThan(50);
    }

    private void check(Path name, byte[] content) {
        if (reader.read(content) instanceof ReadOutcome.Read(StatementFile file)) {
            for (BankStatement statement : file.statements()) {
                if (statement.importable() && PROVEN.contains(statement.format())) {
                    BigDecimal moved = Reading.sum(statement.entries().stream()
                            .filter(entry -> entry.status() == EntryStatus.BOOKED).toList());
                    assertThat(statement.opening().orElseThrow().amount().add(moved)).as(name.toString())
                            .isEqualByComparingTo(statement.closing().orElseThrow().amount());
                }
                if (statement.importable()) {
                    assertThat(statement.account()).as(name.toString()).isNotEmpty();
                    assertThat(statement.entries()).as(name.toString()).allMatch(entry -> entry.bookedOn().isPresent());
                }
            }
        }
    }

    private static byte[] mutated(byte[] whole, Random chance) {
        byte[] content = whole.clone();
        int at = chance.nextInt(content.length);
        return switch (chance.nextInt(5)) {
            case 0 -> Arrays.copyOf(content, at);
            case 1 -> Arrays.copyOfRange(content, at, content.length);
            case 2 -> {
                content[at] = (byte) chance.nextInt(256);
                yield content;
            }
            case 3 -> {
                for (int i = 0; i < 10; i++) {
                    content[chance.nextInt(content.length)] = (byte) (32 + chance.nextInt(95));
                }
                yield content;
            }
            default -> {
                int length = Math.min(content.length - at, 1 + chance.nextInt(200));
                System.arraycopy(whole, at, content, Math.max(0, at - length), length);
                yield content;
            }
        };
    }
}
