package io.quittance.credit.control;

import io.quittance.Fault;
import io.quittance.approval.ApprovalId;
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
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Optional<InvoiceView> invoice = invoices.find(order.invoice());
        if (invoice.isEmpty() || !isIssued(invoice.get())) {
            return new PreviewOutcome.Refused(List.of(Fault.of("invoice", order.invoice(), "correction.notIssued")));
        }
        Judged judged = judge(order, invoice.get());
        return judged.faults().isEmpty() ? new PreviewOutcome.Possible(judged.effect()) : new PreviewOutcome.Refused(judged.faults());
    }

    /** Decides whether one person is enough. */
    public CreditOutcome ask(CreditOrder order) {
        Optional<CreditOutcome> settled = before(order);
        if (settled.isPresent()) {
            return settled.get();
        }
        InvoiceView invoice = invoices.find(order.invoice()).orElseThrow();
        Judged judged = judge(order, invoice);
        if (judged.faults().isEmpty() && judged.effect().needsTwo()) {
            ApprovalId waiting = approvals.ask(new ApprovalRequest(order.key(), ApprovedCredit.KIND, order.invoice().value(),
                    invoice.row().number().orElseThrow().text(), judged.effect().totals().gross(), order.reason(), json.write(order)));
            return new CreditOutcome.Waiting(waiting);
        }
        return write(order);
    }

    /** Issues without asking anybody. */
    CreditOutcome write(CreditOrder order) {
        Optional<CreditOutcome> settled = before(order);
        if (settled.isPresent()) {
            return settled.get();
        }
        InvoiceView invoice = invoices.find(order.invoice()).orElseThrow();
        List<Fault> faults = judge(order, invoice).faults();
        if (!faults.isEmpty()) {
            return new CreditOutcome.Refused(faults);
        }
        rooms.lock(invoice);
        // Whoever held the lock before may have credited under the same key, or taken what this wish is after.
        settled = before(order);
        if (settled.isPresent()) {
            return settled.get();
        }
        Judged judged = judge(order, invoices.find(order.invoice()).orElseThrow());
        return judged.faults().isEmpty() ? writer.write(order, invoice, judged.credit(), judged.effect())
                : new CreditOutcome.Refused(judged.faults());
    }

    /** What needs no judging: a key used before, or an invoice that cannot be credited. */
    private Optional<CreditOutcome> before(CreditOrder order) {
        Optional<CreditOutcome> earlier = rows.byKey(order.key())
                .map(note -> new CreditOutcome.AlreadyIssued(note.id(), note.number()));
        if (earlier.isPresent()) {
            return earlier;
        }
        return invoices.find(order.invoice()).filter(CreditIssue::isIssued).isPresent() ? Optional.empty()
                : Optional.of(new CreditOutcome.Refused(List.of(Fault.of("invoice", order.invoice(), "correction.notIssued"))));
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
        return new Judged(faults, credit, new CreditEffect(credit.totals(), sources.open(), sources.writtenOff(), sources.paid(),
                approvals.limits().needsTwo(gross.plus(claims.corrected(invoice.id(), gross)))));
    }

    private static boolean isIssued(InvoiceView invoice) {
        return invoice.row().facts().document() == DocumentStatus.ISSUED;
    }
}
