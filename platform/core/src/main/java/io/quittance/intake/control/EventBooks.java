package io.quittance.intake.control;

import io.quittance.allocation.boundary.Receiving;
import io.quittance.audit.AuditTrail;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.GatewayNews;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;

    /** Applies all of it in the current unit. */
    public void apply(List<Reported> reports) {
        List<GatewayNews> news = new ArrayList<>();
        List<Posting> fees = new ArrayList<>();
        for (Reported report : reports) {
            String gateway = report.gateway().value();
            for (PaymentEvent event : report.events()) {
                switch (event) {
                    case PaymentEvent.Payout payout -> receipts.announce(gateway, payout);
                    case PaymentEvent.Fee fee -> fee(gateway, fee, fees);
                    case PaymentEvent.Mandate mandate -> audit.record("mandate-" + mandate.state(), "gateway", 0, null, gateway);
                    case PaymentEvent.Authorised _, PaymentEvent.Captured _, PaymentEvent.Failed _, PaymentEvent.Refunded _,
                         PaymentEvent.Disputed _, PaymentEvent.DisputeClosed _ ->
                        news.add(new GatewayNews(gateway, event.occurrence().payment().value(), List.of(event)));
                }
            }
        }
        receiving.book(receipts.enter(news));
        journal.postAll(fees);
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
