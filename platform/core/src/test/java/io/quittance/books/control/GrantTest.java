package io.quittance.books.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void a_line_is_as_many_grants_as_it_names_privileges() {
        assertThat(Grant.parse("GRANT SELECT, INSERT ON `q\\_t1`.* TO `q_r1`@`%`"))
                .containsExactly(new Grant("SELECT", "q\\_t1", "*"), new Grant("INSERT", "q\\_t1", "*"));
        assertThat(Grant.parse("GRANT UPDATE (a, b), DELETE ON `q_t1`.`claim` TO `q_r1`@`%` WITH GRANT OPTION"))
                .containsExactly(new Grant("UPDATE (a, b)", "q_t1", "claim"), new Grant("DELETE", "q_t1", "claim"));
    }

    @Test
    void the_mere_right_to_sign_in_is_server_wide() {
        assertThat(Grant.parse("GRANT USAGE ON *.* TO `q_r1`@`%` IDENTIFIED BY PASSWORD '*AB'"))
                .containsExactly(new Grant("USAGE", "*", "*"));
    }

    @Test
    void what_is_not_understood_counts_as_a_right_on_everything() {
        assertThat(Grant.parse("GRANT `dba` TO `q_r1`@`%`").getFirst().isServerWide()).isTrue();
    }
}
