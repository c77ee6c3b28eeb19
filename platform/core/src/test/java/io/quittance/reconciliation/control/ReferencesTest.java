package io.quittance.reconciliation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void a_reference_is_found_as_whole_words_only() {
        References said = new References(List.of("Payment for INV-10, thank you", "SANDBOX po_7"));

        assertThat(said.say("inv-10")).isTrue();
        assertThat(said.say("Sandbox PO_7")).isTrue();
        assertThat(said.say("INV-1")).isFalse();
        assertThat(said.say("PO_7 sandbox")).isFalse();
        assertThat(said.say("")).isFalse();
    }

    @Test
    void a_reference_does_not_run_from_one_text_into_the_next() {
        assertThat(new References(List.of("po", "7")).say("po 7")).isFalse();
    }
}
