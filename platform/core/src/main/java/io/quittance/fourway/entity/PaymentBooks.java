package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Booked;
import io.quittance.fourway.entity.Facts.Moved;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Posting;
import io.quittance.spi.money.Money;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Holds the journal's entries of a payment against what its gateway reports of it. */
final class PaymentBooks {

    /** Whose effect nets to zero, or lies between currencies. */
    private static final List<String> INNER = List.of("allocation:", "exchange:");
    private static final String EXCHANGED = ":exchanged";
    /** A movement counts on the civil day of its instant; the books may be a day off where zones differ. */
    private static final int DAYS_APART = 1;

    private final Findings findings;

    PaymentBooks(Findings findings) {
        this.findings = findings;
    }

    /** @param entries of the payment, with their reversals @return whether the books say of it what the gateway says */
    boolean agree(Received payment, List<Booked> entries) {
        int before = findings.size();
        List<Booked> left = new ArrayList<>(entries);
        List<Booked> standing = new ArrayList<>();
        for (Moved move : payment.moves()) {
            String key = Posting.key("payment", Long.toString(payment.id()), move.key());
            Optional<Booked> entry = left.stream().filter(candidate -> candidate.key().equals(key)).findFirst();
            if (entry.isEmpty()) {
                unbooked(payment, move);
                continue;
            }
            left.remove(entry.get());
            standing.add(entry.get());
            compare(payment, move, entry.get());
        }
        left.forEach(entry -> extra(payment, entry, standing));
        return findings.size() == before;
    }

    /** Entries that say a payment caused them, and no such payment is known. */
    void unknown(long payment, List<Booked> entries) {
        Booked first = entries.getFirst();
        Money amount = first.lines().getFirst().amount();
        findings.add(Reason.BOOKED_WITHOUT_PAYMENT, "payment:" + payment, first.day(), amount,
                List.of(Findings.ref(first)));
    }

    private void unbooked(Received payment, Moved move) {
        Reason what = move.kind() == Moved.Kind.TAKE_BACK ? Reason.TAKEN_BACK_NOT_BOOKED
                : Reason.PAYMENT_NOT_BOOKED;
        findings.add(what, payment.id() + ":" + move.key(), move.day(), move.amount(), List.of(Findings.ref(payment)), payment.reference());
    }

    private void compare(Received payment, Moved move, Booked entry) {
        Currency currency = move.amount().currency();
        Money booked = entry.owed(currency).negated();
        Money wanted = move.signed();
        String subject = payment.id() + ":" + move.key();
        List<RecordRef> records = List.of(Findings.ref(entry), Findings.ref(payment));
        if (!booked.equals(wanted)) {
            boolean less = booked.abs().compareTo(wanted.abs()) < 0;
            findings.add(less ? Reason.BOOKED_SHORT : Reason.BOOKED_OVER, subject, move.day(),
                    wanted.minus(booked), records, payment.reference(), booked.abs().toString(), wanted.abs().toString());
            return;
        }
        Money fee = entry.of(AccountRole.FEES, currency);
        if (!fee.equals(move.fee())) {
            findings.add(Reason.FEE_BOOKED_OTHERWISE, subject, move.day(), move.fee().minus(fee), records,
                    payment.reference(), fee.toString(), move.fee().toString());
        } else if (Math.abs(ChronoUnit.DAYS.between(entry.day(), move.day())) > DAYS_APART) {
            findings.add(Reason.BOOKED_ANOTHER_DAY, subject, move.day(), move.amount(), records,
                    payment.reference(), entry.day().toString(), move.day().toString());
        }
    }

    private void extra(Received payment, Booked entry, List<Booked> standing) {
        Currency currency = currency(payment, entry);
        Money moved = entry.owed(currency);
        if (moved.isZero() || INNER.stream().anyMatch(entry.key()::startsWith) || entry.key().contains(EXCHANGED)) {
            return;
        }
        List<RecordRef> records = List.of(Findings.ref(entry), Findings.ref(payment));
        String subject = "entry:" + entry.id();
        Optional<Booked> reversed = standing.stream()
                .filter(one -> entry.reverses().isPresent() && entry.reverses().getAsLong() == one.id()).findFirst();
        if (reversed.isPresent()) {
            findings.add(Reason.ENTRY_REVERSED, subject, entry.day(), moved, records, payment.reference());
        } else if (standing.stream().anyMatch(one -> one.owed(currency).equals(moved))) {
            findings.add(Reason.BOOKED_TWICE, subject, entry.day(), moved, records, payment.reference());
        } else {
            findings.add(Reason.BOOKED_WITHOUT_MOVE, subject, entry.day(), moved, records,
                    payment.reference());
        }
    }

    private static Currency currency(Received payment, Booked entry) {
        return payment.moves().isEmpty() ? entry.lines().getFirst().amount().currency()
                : payment.moves().getFirst().amount().currency();
    }
}
