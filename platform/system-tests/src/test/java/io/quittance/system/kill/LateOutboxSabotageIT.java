package io.quittance.system.kill;

import io.quittance.books.Invariant;
import io.quittance.system.kill.mutant.LateOutbox;
import io.quittance.system.kill.mutant.Later;
import io.quittance.system.kill.mutant.LaterTenantUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An outbox written after the commit. */
@Tag("deep")
@Order(96)
class LateOutboxSabotageIT {

    @Test
    void the_kill_loop_finds_invoices_that_nobody_will_mail() {
        Sabotage.with(LateOutbox.class, LaterTenantUnit.class, Later.class);

        SabotageProof.turnsRed("late", Invariant.MESSAGES_ARE_KEPT);
    }
}
