package io.quittance.imports.control;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.customer.CustomerId;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.RowFault;
import io.quittance.imports.entity.InvoiceCandidate;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.ImportOutcome;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.InvoiceImport;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings faultless rows into the books: customers that are not here yet, invoices, what was paid of them, disputes. */
@ApplicationScoped
public class InvoiceIntake {

    private static final String DISPUTED = "disputed when it was imported";

    @Inject
    InvoiceImport invoices;
    @Inject
    ManualPayments payments;
    @Inject
    InvoiceHolds holds;
    @Inject
    InvoiceCustomers customers;
    @Inject
    EntityManager entities;

    /** A row of which the invoice stands now. */
    private record Standing(InvoiceCandidate row, CustomerId customer, InvoiceId invoice) {
    }

    Brought bring(List<ReadFile.Good<InvoiceCandidate>> rows) {
        List<BrokenRow> broken = new ArrayList<>();
        InvoiceCustomers.Resolved resolved = customers.resolve(rows, broken);
        List<ReadFile.Good<InvoiceCandidate>> ready = resolved.rows();
        List<Standing> standing = new ArrayList<>();
        for (int from = 0; from < ready.size(); from += InvoiceImport.BATCH) {
            List<ReadFile.Good<InvoiceCandidate>> batch = ready.subList(from, Math.min(ready.size(), from + InvoiceImport.BATCH));
            List<ImportOutcome> outcomes = invoices.bring(batch.stream().map(row -> imported(row.candidate(), resolved)).toList());
            // Nobody looks at them again: kept, every later flush would compare each of them, and a file would cost its square.
            entities.flush();
            entities.clear();
            for (int i = 0; i < batch.size(); i++) {
                ReadFile.Good<InvoiceCandidate> row = batch.get(i);
                switch (outcomes.get(i)) {
                    case ImportOutcome.Imported done ->
                            standing.add(new Standing(row.candidate(), resolved.customer(row.candidate()), done.id()));
                    case ImportOutcome.Duplicate duplicate -> broken.add(row.broken(List.of(
                            RowFault.of(RowFault.Reason.EXISTS_ALREADY, "number", duplicate.number()))));
                    case ImportOutcome.Refused refused ->
                            broken.add(row.broken(refused.faults().stream().map(RowFault::refused).toList()));
                }
            }
        }
        recordPayments(standing);
        holdDisputed(standing);
        List<Money> amounts = standing.stream().map(each -> each.row().gross()).toList();
        return new Brought(standing.size(), resolved.made(), Brought.sums(amounts), broken);
    }

    private static ImportedInvoice imported(InvoiceCandidate row, InvoiceCustomers.Resolved resolved) {
        return new ImportedInvoice(row.number(), resolved.customer(row), row.issueDate(), row.dueDate(), row.gross(), row.gross(), "",
                row.description(), ContainedTax.line(row).map(List::of).orElse(List.of()));
    }

    /** What was paid comes in as a payment of its own day, so that history keeps its dates. */
    private void recordPayments(List<Standing> standing) {
        List<Standing> paid = standing.stream().filter(each -> each.row().paid().isPositive()).toList();
        List<RecordOutcome> outcomes = payments.recordAll(paid.stream().map(InvoiceIntake::payment).toList());
        for (int i = 0; i < paid.size(); i++) {
            if (!(outcomes.get(i) instanceof RecordOutcome.Recorded)) {
                throw new IllegalStateException("the payment of the imported invoice " + paid.get(i).row().number()
                        + " was not recorded: " + outcomes.get(i));
            }
        }
    }

    private static ManualPayment payment(Standing each) {
        InvoiceCandidate row = each.row();
        return new ManualPayment("import:invoice:" + row.number(), each.customer(), row.paid(), row.method(), row.paidOn(),
                row.reference(), List.of(each.invoice()), false);
    }

    private void holdDisputed(List<Standing> standing) {
        for (Standing each : standing) {
            if (each.row().disputed() && each.row().open().isPositive()) {
                holds.place(each.invoice(), HoldKind.DISPUTE, DISPUTED);
            }
        }
    }
}
