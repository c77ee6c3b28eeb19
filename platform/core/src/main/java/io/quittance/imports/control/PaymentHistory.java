package io.quittance.imports.control;

import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.RowFault;
import io.quittance.imports.RowFault.Reason;
import io.quittance.imports.entity.PaymentCandidate;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records the payments of a file against invoices that are here already. */
@ApplicationScoped
public class PaymentHistory {

    private static final int LOOK = 500;

    @Inject
    InvoiceList invoices;
    @Inject
    EntityManager entities;
    @Inject
    ManualPayments payments;

    /** A row with the payment it becomes. */
    private record Due(ReadFile.Good<PaymentCandidate> row, ManualPayment payment) {
    }

    Brought bring(List<ReadFile.Good<PaymentCandidate>> rows) {
        List<BrokenRow> broken = new ArrayList<>();
        Map<InvoiceNumber, InvoiceRow> found = find(rows);
        Map<String, Money> open = new HashMap<>();
        Map<String, Integer> occurrences = new HashMap<>();
        List<Due> due = new ArrayList<>();
        for (ReadFile.Good<PaymentCandidate> row : rows) {
            Optional<InvoiceRow> invoice = Optional.ofNullable(found.get(new InvoiceNumber(row.candidate().invoiceNumber())));
            Optional<Money> amount = invoice.flatMap(known -> amount(row, known, open));
            if (invoice.isEmpty()) {
                row.row().fault(Reason.UNKNOWN_INVOICE, "invoice_number", row.candidate().invoiceNumber());
            }
            if (amount.isEmpty()) {
                broken.add(row.broken(row.row().faults()));
            } else {
                due.add(new Due(row, payment(row.candidate(), invoice.orElseThrow(), amount.get(), occurrences)));
            }
        }
        return record(due, broken);
    }

    private Map<InvoiceNumber, InvoiceRow> find(List<ReadFile.Good<PaymentCandidate>> rows) {
        List<InvoiceNumber> numbers = rows.stream().map(row -> new InvoiceNumber(row.candidate().invoiceNumber())).distinct().toList();
        Map<InvoiceNumber, InvoiceRow> found = new HashMap<>();
        for (int from = 0; from < numbers.size(); from += LOOK) {
            found.putAll(invoices.byNumbers(numbers.subList(from, Math.min(numbers.size(), from + LOOK))));
            // kept, every later flush would compare each of them, and a file would cost its square
            entities.flush();
            entities.clear();
        }
        return found;
    }

    /** The exact amount, unless the row does not fit the invoice; then the row carries the fault. */
    private static Optional<Money> amount(ReadFile.Good<PaymentCandidate> row, InvoiceRow invoice, Map<String, Money> open) {
        PaymentCandidate candidate = row.candidate();
        Cells cells = row.row();
        String currency = invoice.gross().currency().getCurrencyCode();
        if (!candidate.currency().isEmpty() && !candidate.currency().equals(currency)) {
            cells.fault(Reason.CURRENCY_DIFFERS, "currency", candidate.currency(), currency);
            return Optional.empty();
        }
        boolean early = invoice.issueDate().filter(issued -> candidate.paidOn().isBefore(issued)).isPresent();
        if (early) {
            cells.fault(Reason.PAID_BEFORE_ISSUE, "paid_on", cells.cell("paid_on"));
            return Optional.empty();
        }
        Optional<Money> amount = cells.positiveAmount("amount", invoice.gross().currency());
        Money left = open.getOrDefault(candidate.invoiceNumber(), invoice.open());
        if (amount.isPresent() && amount.get().compareTo(left) > 0) {
            cells.fault(Reason.EXCEEDS_OPEN, "amount", candidate.amount(), left);
            return Optional.empty();
        }
        amount.ifPresent(paid -> open.put(candidate.invoiceNumber(), left.minus(paid)));
        return amount;
    }

    /**
     * The key tells equal payments of one day apart by counting them, so that the same file is recorded once and a true
     * second payment is not lost.
     */
    private static ManualPayment payment(PaymentCandidate row, InvoiceRow invoice, Money amount, Map<String, Integer> occurrences) {
        String print = String.join("|", row.invoiceNumber(), day(row.paidOn()), amount.toString(), row.reference());
        int occurrence = occurrences.merge(print, 1, Integer::sum);
        String key = "import:payment:" + UUID.nameUUIDFromBytes((print + "|" + occurrence).getBytes(StandardCharsets.UTF_8));
        return new ManualPayment(key, invoice.customer(), amount, row.method(), row.paidOn(), row.reference(), List.of(invoice.id()),
                false);
    }

    private static String day(LocalDate date) {
        return date.toString();
    }

    private Brought record(List<Due> due, List<BrokenRow> broken) {
        List<RecordOutcome> outcomes = payments.recordAll(due.stream().map(Due::payment).toList());
        List<Money> amounts = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            ReadFile.Good<PaymentCandidate> row = due.get(i).row();
            switch (outcomes.get(i)) {
                case RecordOutcome.Recorded recorded -> amounts.add(due.get(i).payment().amount());
                case RecordOutcome.AlreadyRecorded earlier ->
                        broken.add(row.broken(List.of(RowFault.of(Reason.EXISTS_ALREADY, "", row.candidate().invoiceNumber()))));
                case RecordOutcome.Refused refused ->
                        broken.add(row.broken(refused.faults().stream().map(RowFault::refused).toList()));
            }
        }
        return new Brought(amounts.size(), 0, Brought.sums(amounts), broken);
    }
}
