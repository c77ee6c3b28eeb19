package io.quittance.fourway.entity;

import io.quittance.fourway.RecordRef;
import io.quittance.fourway.entity.Facts.Link;
import io.quittance.fourway.entity.Facts.PaidOut;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Money that must show on the bank.
 *
 * @param names what the line may say, each a whole reference
 * @param link  what a line is that was found to be it
 * @param fee   that its sender kept; zero for none
 */
record Expected(RecordRef ref, List<String> names, Link link, LocalDate day, Money amount, Money fee) {

    static Expected of(PaidOut payout) {
        return new Expected(Findings.ref(payout), Stream.of(payout.bankReference(), payout.reference())
                .filter(name -> !name.isBlank()).distinct().toList(), new Link(Link.Kind.PAYOUT, payout.id()), payout.arrivesOn(),
                payout.net(), payout.fee());
    }

    /** A transfer that our people noted before the bank showed it. */
    static Expected of(Received payment, Facts.Moved capture) {
        return new Expected(Findings.ref(payment), payment.label().isBlank() ? List.of() : List.of(payment.label()),
                new Link(Link.Kind.PAYMENT, payment.id()), capture.day(), capture.amount(), Money.zero(capture.amount().currency()));
    }

    String subject() {
        return ref.kind().name().toLowerCase(Locale.ROOT) + ":" + ref.id();
    }
}
