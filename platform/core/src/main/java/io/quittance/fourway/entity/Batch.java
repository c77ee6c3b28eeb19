package io.quittance.fourway.entity;

import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What a payout holds.
 *
 * @param captures the payments it names, those that are known
 * @param others   what else of the gateway's it must hold for its sums to be right
 */
record Batch(PaidOut payout, List<Received> captures, List<Item> others) {

    Batch {
        captures = List.copyOf(captures);
        others = List.copyOf(others);
    }

    /**
     * Money that went back or came again, or a charge of the gateway's; gateways do not say in which payout.
     *
     * @param gross what it adds to the gross of a payout; zero for a charge
     * @param fee   what it adds to its fee
     */
    record Item(String key, LocalDate day, Money gross, Money fee, long payment) {

        static Item of(Received payment, Moved move) {
            return new Item(payment.id() + ":" + move.key(), move.day(), move.signed(), move.fee(), payment.id());
        }

        long[] amounts() {
            return new long[] {gross.minorUnits(), fee.minorUnits()};
        }
    }
}
