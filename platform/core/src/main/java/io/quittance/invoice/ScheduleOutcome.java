package io.quittance.invoice;

import io.quittance.Fault;
import io.quittance.spi.money.Money;
import java.util.List;

/** What became of an attempt to lay an invoice's open principal out in instalments. A refusal has changed nothing. */
public sealed interface ScheduleOutcome {

    /** @param instalments as they are claimed from now on, in the order of their due dates */
    record Scheduled(List<Instalment> instalments) implements ScheduleOutcome {

        public Scheduled {
            instalments = List.copyOf(instalments);
        }
    }

    /** @param faults at least one; each names field, value and remedy */
    record Refused(List<Fault> faults) implements ScheduleOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** The invoice has instalments already. */
    record AlreadyScheduled() implements ScheduleOutcome {
    }

    /** It is not issued, or nothing of its principal is open. */
    record NothingOpen() implements ScheduleOutcome {
    }

    /** Something was paid or taken back at the same instant. */
    record Changed(Money open) implements ScheduleOutcome {
    }

    record Unknown(InvoiceId id) implements ScheduleOutcome {
    }
}
