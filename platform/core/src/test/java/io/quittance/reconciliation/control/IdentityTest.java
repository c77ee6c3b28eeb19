package io.quittance.reconciliation.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import io.quittance.statement.Reading;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void equal_lines_of_one_day_keep_identities_of_their_own() {
        ReadStatement read = ReadStatement.of(Reading.of(new CamtText("S1").line("2026-03-05", 500, "", "coffee")
                .line("2026-03-05", 500, "", "coffee").closing()).statements().getFirst(), LocalDate.of(2026, 3, 5));

        assertThat(new Identity().ofLines(read)).doesNotHaveDuplicates().hasSize(read.lines().size());
        assertThat(read.lines()).extracting(ReadLine::bankReference).containsOnly("");
    }

    @Test
    void every_booked_line_is_read_to_the_cent() {
        ReadStatement read = ReadStatement.of(Reading.of(new CamtText("S1").line("2026-03-05", 9680, "r1", "PAYOUT po_1")
                .line("2026-03-05", -250, "r2", "fee").closing()).statements().getFirst(), LocalDate.of(2026, 3, 5));

        assertThat(read.lines()).extracting(line -> line.amount().toString()).containsExactly("96.80 EUR", "-2.50 EUR");
        assertThat(read.lines().getFirst().texts()).containsExactly("r1", "PAYOUT po_1");
        assertThat(read.closing().orElseThrow()).hasToString("94.30 EUR");
    }
}
