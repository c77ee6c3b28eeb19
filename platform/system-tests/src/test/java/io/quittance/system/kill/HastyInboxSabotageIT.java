package io.quittance.system.kill;

import io.quittance.books.Invariant;
import io.quittance.system.kill.mutant.HastyInbox;
import io.quittance.system.kill.mutant.Later;
import io.quittance.system.kill.mutant.LaterPlatformUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A webhook acknowledged before its insert. */
@Tag("deep")
@Order(95)
class HastyInboxSabotageIT {

    @Test
    void the_kill_loop_finds_lost_deliveries() {
        Sabotage.with(HastyInbox.class, LaterPlatformUnit.class, Later.class);

        SabotageProof.turnsRed("hasty", Invariant.CHARGES_MATCH_RECEIPTS);
    }
}
