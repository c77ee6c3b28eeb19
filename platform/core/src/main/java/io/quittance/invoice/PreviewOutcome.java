package io.quittance.invoice;

import io.quittance.Fault;
import io.quittance.spi.money.Money;
import java.util.List;

/** What terms would mean for an invoice. Nothing changes. */
public sealed interface PreviewOutcome {

    /** @param open what of the principal is to be laid out; the amounts sum to it exactly */
    record Preview(Money open, List<Instalment> instalments) implements PreviewOutcome {

        public Preview {
            instalments = List.copyOf(instalments);
        }
    }

    /** @param faults at least one; each names field, value and remedy */
    record Refused(List<Fault> faults) implements PreviewOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** It is not issued, has instalments already, or nothing of its principal is open. */
    record NothingOpen() implements PreviewOutcome {
    }
}
