package io.quittance.intake.control;

import io.quittance.allocation.boundary.Receiving;
import io.quittance.autopay.boundary.SavedMethodNews;
import io.quittance.intake.Delivery;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.ContradictoryEvent;
import io.quittance.payment.GatewayNews;
import io.quittance.payment.boundary.Payouts;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.GatheredRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends each kind of event to where it belongs. */
@ApplicationScoped
public class EventBooks {

    @Inject
    Receipts receipts;
    @Inject
    Receiving receiving;
    @Inject
    Journal journal;
    @Inject
    SavedMethodNews methods;
    @Inject
    CurrentTenant tenant;
    @Inject
    GatheredRing compare;

    /** Those that contradict what is known, or what comes before them, and how: nothing of them may be applied. */
    public Map<Delivery, ContradictoryEvent> contradictions(List<Delivery> deliveries) {
        Map<Delivery, List<GatewayNews>> news = new LinkedHashMap<>();
        deliveries.forEach(delivery -> news.put(delivery, delivery.events().stream()
                .flatMap(event -> news(delivery.route().plugin().value(), event).stream()).toList()));
        Map<GatewayNews, ContradictoryEvent> wrong = receipts.contradictions(news.values().stream().flatMap(List::stream).toList());
        Map<Delivery, ContradictoryEvent> found = new LinkedHashMap<>();
        news.forEach((delivery, told) -> told.stream().map(wrong::get).filter(Objects::nonNull).findFirst()
                .ifPresent(how -> found.put(delivery, how)));
        return found;
    }

    /** Applies all of it in the current unit. */
    public void apply(List<Reported> reports) {
        List<GatewayNews> news = new ArrayList<>();
        List<Posting> apart = new ArrayList<>();
        for (Reported report : reports) {
            String gateway = report.gateway().value();
            for (PaymentEvent event : report.events()) {
                news(gateway, event).ifPresentOrElse(news::add, () -> other(gateway, event, apart));
            }
        }
        receiving.book(receipts.enter(news));
        journal.postAll(apart);
    }

    /** What was paid in other currencies leaves clearing there and comes back in the payout's, by way of currency clearing. */
    private void announced(long id, PaymentEvent.Payout payout, List<Posting> postings) {
        compare.afterCommit(Payouts.COMPARE);
        if (payout.conversions().isEmpty()) {
            return;
        }
        List<PostingLine> lines = payout.conversions().stream().flatMap(conversion -> Stream.of(
                new PostingLine(AccountRole.CURRENCY_CLEARING, conversion.paid(), Dimension.none()),
                new PostingLine(AccountRole.GATEWAY_CLEARING, conversion.paid().negated(), Dimension.none()),
                new PostingLine(AccountRole.GATEWAY_CLEARING, conversion.settled(), Dimension.none()),
                new PostingLine(AccountRole.CURRENCY_CLEARING, conversion.settled().negated(), Dimension.none()))).toList();
        postings.add(new Posting(Posting.key("payout", Long.toString(id), "exchanged"), new Cause("payout", id),
                LocalDate.ofInstant(payout.occurrence().at(), tenant.get().zone()), "Exchanged by the gateway", lines));
    }

    /** Of an event that speaks of a payment. */
    private static Optional<GatewayNews> news(String gateway, PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Authorised _, PaymentEvent.Captured _, PaymentEvent.Failed _, PaymentEvent.Refunded _,
                 PaymentEvent.Disputed _, PaymentEvent.DisputeClosed _ ->
                Optional.of(new GatewayNews(gateway, event.occurrence().payment().value(), List.of(event)));
            case PaymentEvent.Payout _, PaymentEvent.Fee _, PaymentEvent.Mandate _ -> Optional.empty();
        };
    }

    private void other(String gateway, PaymentEvent event, List<Posting> apart) {
        switch (event) {
            case PaymentEvent.Payout payout -> receipts.announce(gateway, payout).ifPresent(id -> announced(id, payout, apart));
            case PaymentEvent.Fee fee -> fee(gateway, fee, apart);
            case PaymentEvent.Mandate mandate -> methods.heard(gateway, mandate);
            default -> throw new IllegalArgumentException("speaks of a payment: " + event);
        }
    }

    /** Dr fees, Cr clearing; the other way round when the gateway gives a fee back. */
    private void fee(String gateway, PaymentEvent.Fee fee, List<Posting> postings) {
        Money amount = fee.amount();
        if (amount.isZero()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(fee.occurrence().at(), tenant.get().zone());
        postings.add(new Posting(Posting.key("fee", gateway, fee.fee().value()), new Cause("fee", 0), day, "Gateway fee",
                List.of(new PostingLine(AccountRole.FEES, amount, Dimension.none()),
                        new PostingLine(AccountRole.GATEWAY_CLEARING, amount.negated(), Dimension.none()))));
    }
}
