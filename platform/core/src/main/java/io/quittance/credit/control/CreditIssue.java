package io.quittance.credit.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.boundary.Approvals;
import io.quittance.config.Json;
import io.quittance.credit.CreditEffect;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.PreviewOutcome;
import io.quittance.credit.entity.CreditCalculation;
import io.quittance.credit.entity.CreditSources;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** From a wish to a credit note: judged first, then under the lock of the invoice's room once more, then written. */
@ApplicationScoped
public class CreditIssue {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_REASON = 400;

    @Inject
    InvoiceList invoices;
    @Inject
    Customers customers;
    @Inject
    Settlement settlement;
    @Inject
    Approvals approvals;
    @Inject
    CreditRooms rooms;
    @Inject
    CreditRows rows;
    @Inject
    CreditClaims claims;
    @Inject
    CreditWriter writer;
    @Inject
    Json json;

    /** A wish that was judged. @param effect meaningless where there are faults */
    record Judged(List<Fault> faults, CreditCalculation.Result credit, CreditEffect effect) {
    }

    public PreviewOutcome preview(CreditOrder order) {
        Optional<InvoiceView> invoice = issued(order);
        if (invoice.isEmpty()) {
            return new PreviewOutcome.Refused(notIssued(order));
        }
        Judged judged = judge(order, invoice.get());
        return judged.faults().isEmpty() ? new PreviewOutcome.Possible(judged.effect()) : new PreviewOutcome.Refused(judged.faults());
    }

    /** Issues, or asks a second person. */
    public CreditOutcome ask(CreditOrder order) {
        return judged(order, (invoice, judged) -> {
            rooms.lock(invoice);
            Money gross = judged.effect().totals().gross();
            ApprovalRequest wish = new ApprovalRequest(order.key(), ApprovedCredit.KIND, order.invoice().value(),
                    invoice.row().number().orElseThrow().text(), gross, order.reason(), json.write(order));
            return earlier(order).or(() -> approvals.second(wish, together(order, gross)).map(CreditOutcome.Waiting::new))
                    .orElseGet(() -> locked(order, invoice));
        });
    }

    private Money together(CreditOrder order, Money gross) {
        return gross.plus(settlement.correctedTotal(order.invoice(), gross.currency()));
    }

    /** Issues without asking anybody. */
    CreditOutcome write(CreditOrder order) {
        return judged(order, (invoice, judged) -> {
            rooms.lock(invoice);
            return locked(order, invoice);
        });
    }

    /** Goes on with a wish that is new and possible as things are. */
    private CreditOutcome judged(CreditOrder order, BiFunction<InvoiceView, Judged, CreditOutcome> next) {
        Optional<CreditOutcome> earlier = earlier(order);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Optional<InvoiceView> invoice = issued(order);
        if (invoice.isEmpty()) {
            return new CreditOutcome.Refused(notIssued(order));
        }
        Judged judged = judge(order, invoice.get());
        // What leaves nothing to credit may be this very wish, issued since we looked.
        return judged.faults().isEmpty() ? next.apply(invoice.get(), judged)
                : earlier(order).orElseGet(() -> new CreditOutcome.Refused(judged.faults()));
    }

    /** Whoever held the lock before may have credited under the same key, or taken what this wish is after: judged again under it. */
    private CreditOutcome locked(CreditOrder order, InvoiceView invoice) {
        Optional<CreditOutcome> earlier = earlier(order);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Judged judged = judge(order, invoice);
        return judged.faults().isEmpty() ? writer.write(order, invoice, judged.credit(), judged.effect())
                : new CreditOutcome.Refused(judged.faults());
    }

    private Optional<CreditOutcome> earlier(CreditOrder order) {
        return rows.byKey(order.key()).map(note -> new CreditOutcome.AlreadyIssued(note.id(), note.number()));
    }

    private Optional<InvoiceView> issued(CreditOrder order) {
        return invoices.find(order.invoice()).filter(invoice -> invoice.row().facts().document() == DocumentStatus.ISSUED);
    }

    private static List<Fault> notIssued(CreditOrder order) {
        return List.of(Fault.of("invoice", order.invoice(), "correction.notIssued"));
    }

    private Judged judge(CreditOrder order, InvoiceView invoice) {
        List<Fault> faults = new ArrayList<>();
        if (order.key().isBlank() || order.key().length() > LONGEST_KEY) {
            faults.add(Fault.of("key", order.key(), "text.tooLong", LONGEST_KEY));
        }
        if (order.reason().isEmpty()) {
            faults.add(Fault.of("reason", "", "correction.reason"));
        } else if (order.reason().length() > LONGEST_REASON) {
            faults.add(Fault.of("reason", order.reason().substring(0, 40) + "…", "text.tooLong", LONGEST_REASON));
        }
        if (order.mail() && customers.find(invoice.row().customer()).orElseThrow().details().emails().isEmpty()) {
            faults.add(Fault.of("mail", "true", "correction.noRecipient"));
        }
        CreditCalculation.Result credit = CreditCalculation.of(order, rooms.read(invoice), invoice.row().gross().currency());
        faults.addAll(credit.faults());
        Money gross = credit.totals().gross();
        CreditSources sources = claims.sources(invoice.id(), gross);
        if (faults.isEmpty() && sources.missing().isPositive()) {
            faults.add(Fault.of("amount", gross, "correction.paidElsewhere", gross.minus(sources.missing())));
        }
        if (order.cancel()) {
            faults.addAll(claims.inTheWay(invoice.id(), gross.currency()));
        }
        return new Judged(faults, credit, new CreditEffect(credit.totals(), sources.open(), sources.writtenOff(), sources.paid(),
                approvals.limits().needsTwo(together(order, gross))));
    }
}
