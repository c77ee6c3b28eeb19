package io.quittance.fourway.entity;

import io.quittance.fourway.Finding;
import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.RecordRef.Kind;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a comparison finds. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(Reason reason, String subject, LocalDate day, Money amount, List<RecordRef> records, String... said) {
        List<String> words = new ArrayList<>(List.of(amount.abs().toString()));
        words.addAll(List.of(said));
        found.add(new Finding(reason, subject, day, amount, records, words));
    }

    int size() {
        return found.size();
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    static RecordRef ref(Received payment) {
        return new RecordRef(Kind.PAYMENT, payment.id(), payment.byHand() ? payment.label() : payment.reference());
    }

    static RecordRef ref(PaidOut payout) {
        return new RecordRef(Kind.PAYOUT, payout.id(), payout.reference());
    }

    static RecordRef ref(Banked line) {
        return new RecordRef(Kind.LINE, line.id(), line.texts().isEmpty() ? "" : line.texts().getFirst());
    }

    static RecordRef ref(Booked entry) {
        return new RecordRef(Kind.ENTRY, entry.id(), entry.key());
    }
}
