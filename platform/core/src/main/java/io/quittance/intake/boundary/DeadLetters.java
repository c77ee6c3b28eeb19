package io.quittance.intake.boundary;

import io.quittance.Fault;
import io.quittance.intake.DeadLetterOutcome;
import io.quittance.intake.DeadLetterRow;
import io.quittance.intake.DeadLetterView;
import io.quittance.intake.control.Envelope;
import io.quittance.intake.control.InboxBell;
import io.quittance.intake.entity.KeptDelivery;
import io.quittance.intake.entity.Stake;
import io.quittance.plugin.PaymentEventJson;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The current tenant's deliveries that could not be applied. Must not be called inside a unit of work. */
@ApplicationScoped
public class DeadLetters {

    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;

    @Inject
    InboxUnits inbox;
    @Inject
    IntakeTrail trail;
    @Inject
    Envelope envelope;
    @Inject
    InboxBell bell;

    /** The most money at stake first; of very many the youngest. Needs DEAD_LETTER_READ. */
    public List<DeadLetterRow> list() {
        return inbox.dead(MOST).stream().map(this::row)
                .sorted(Comparator.comparing(DeadLetterRow::atStake, Stake.mostFirst()).thenComparing(DeadLetterRow::id))
                .toList();
    }

    /** Needs DEAD_LETTER_READ. */
    public Optional<DeadLetterView> find(long id) {
        return inbox.dead(id).map(delivery -> new DeadLetterView(row(delivery), envelope.body(delivery),
                envelope.events(delivery).orElse("[]")));
    }

    /** Tries it again. Needs DEAD_LETTER_REPLAY. */
    public DeadLetterOutcome replay(long id) {
        Optional<KeptDelivery> found = inbox.dead(id);
        if (found.isEmpty()) {
            return new DeadLetterOutcome.Unknown(id);
        }
        if (envelope.events(found.get()).isEmpty()) {
            return new DeadLetterOutcome.Refused(Fault.of("events", "", "deadletter.noEvents"));
        }
        return revive(id, Optional.empty());
    }

    /** Tries it again with corrected events; body and correction are both kept. Needs DEAD_LETTER_REPLAY. */
    public DeadLetterOutcome replay(long id, String correctedEvents) {
        Optional<String> mistake = mistake(correctedEvents);
        if (mistake.isPresent()) {
            return new DeadLetterOutcome.Refused(Fault.of("events", correctedEvents, "deadletter.eventsUnreadable", mistake.get()));
        }
        return inbox.dead(id).isEmpty() ? new DeadLetterOutcome.Unknown(id)
                : revive(id, Optional.of(envelope.seal(id, "correction", correctedEvents)));
    }

    /** Lays it aside for good. @param reason not blank; audited. Needs DEAD_LETTER_REPLAY. */
    public DeadLetterOutcome discard(long id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return new DeadLetterOutcome.Refused(Fault.of("reason", reason, "deadletter.reason", LONGEST_REASON));
        }
        if (inbox.dead(id).isEmpty()) {
            return new DeadLetterOutcome.Unknown(id);
        }
        trail.discarded(id, reason);
        return inbox.discard(id, reason) ? new DeadLetterOutcome.Done() : new DeadLetterOutcome.Unknown(id);
    }

    private DeadLetterOutcome revive(long id, Optional<byte[]> correction) {
        trail.replayed(id, correction.isPresent());
        if (!inbox.revive(id, correction)) {
            return new DeadLetterOutcome.Unknown(id);
        }
        bell.ring();
        return new DeadLetterOutcome.Done();
    }

    private DeadLetterRow row(KeptDelivery delivery) {
        return new DeadLetterRow(delivery.id(), delivery.route().plugin().value(), delivery.deliveryId(), stake(delivery),
                delivery.reason(), delivery.attempts(), delivery.receivedAt());
    }

    private List<Money> stake(KeptDelivery delivery) {
        return envelope.events(delivery).filter(events -> mistake(events).isEmpty())
                .map(events -> Stake.of(PaymentEventJson.read(events))).orElse(List.of());
    }

    /** What is wrong with events that a person wrote. */
    private static Optional<String> mistake(String events) {
        try {
            return PaymentEventJson.read(events).isEmpty() ? Optional.of("[]") : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
            Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
            return Optional.of(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
