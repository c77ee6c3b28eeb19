package io.quittance.allocation;

import io.quittance.Fault;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.util.List;

/** What became of a payment recorded by hand. A refusal has changed nothing. */
public sealed interface RecordOutcome {

    /** @param remainder what rests in unapplied cash */
    record Recorded(PaymentId payment, List<Share> shares, Money remainder) implements RecordOutcome {

        public Recorded {
            shares = List.copyOf(shares);
        }
    }

    /** The key was recorded before, with the same content. */
    record AlreadyRecorded(PaymentId payment) implements RecordOutcome {
    }

    /** @param faults at least one; each names field, value and remedy */
    record Refused(List<Fault> faults) implements RecordOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
