package io.quittance.imports.control;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.PostalAddress;
import io.quittance.customer.boundary.Customers;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.RowFault;
import io.quittance.imports.entity.InvoiceCandidate;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the customers that a file of invoices names, and makes those that are not here yet. */
@ApplicationScoped
public class InvoiceCustomers {

    @Inject
    Customers customers;
    @Inject
    InvoiceList invoices;
    @Inject
    CurrentTenant tenant;

    /**
     * @param rows those whose customer is known now
     * @param made how many customers were made
     */
    record Resolved(List<ReadFile.Good<InvoiceCandidate>> rows, Map<String, CustomerId> byNumber, int made) {

        CustomerId customer(InvoiceCandidate row) {
            return byNumber.get(row.customerNumber());
        }
    }

    /** @param broken receives the rows whose customer is refused, and those of new customers whose number is taken */
    Resolved resolve(List<ReadFile.Good<InvoiceCandidate>> rows, List<BrokenRow> broken) {
        Map<String, CustomerId> known = known(rows);
        List<ReadFile.Good<InvoiceCandidate>> ready = new ArrayList<>();
        Map<String, InvoiceCandidate> strangers = new LinkedHashMap<>();
        for (ReadFile.Good<InvoiceCandidate> row : rows) {
            InvoiceCandidate candidate = row.candidate();
            if (known.containsKey(candidate.customerNumber())) {
                ready.add(row);
            } else if (invoices.byNumber(new InvoiceNumber(candidate.number())).isPresent()) {
                // Found before the customer is made: a row that comes to nothing must not leave a customer behind.
                broken.add(row.broken(List.of(RowFault.of(RowFault.Reason.EXISTS_ALREADY, "number", candidate.number()))));
            } else {
                strangers.putIfAbsent(candidate.customerNumber(), candidate);
                ready.add(row);
            }
        }
        Map<String, List<RowFault>> refused = make(strangers, known);
        ready.stream().filter(row -> refused.containsKey(row.candidate().customerNumber()))
                .forEach(row -> broken.add(row.broken(refused.get(row.candidate().customerNumber()))));
        ready.removeIf(row -> refused.containsKey(row.candidate().customerNumber()));
        return new Resolved(ready, known, strangers.size() - refused.size());
    }

    private Map<String, CustomerId> known(List<ReadFile.Good<InvoiceCandidate>> rows) {
        Map<String, CustomerId> known = new HashMap<>();
        rows.stream().map(row -> row.candidate().customerNumber()).distinct().forEach(number ->
                customers.byExternalRef(number).map(Customer::id).ifPresent(id -> known.put(number, id)));
        return known;
    }

    /** Adds the customers made to those known; returns the faults of those refused. */
    private Map<String, List<RowFault>> make(Map<String, InvoiceCandidate> strangers, Map<String, CustomerId> known) {
        List<InvoiceCandidate> wanted = List.copyOf(strangers.values());
        List<CustomerOutcome> outcomes = customers.createAll(wanted.stream().map(this::details).toList());
        Map<String, List<RowFault>> refused = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String number = wanted.get(i).customerNumber();
            CustomerIntake.refusal(outcomes.get(i)).ifPresent(faults -> refused.put(number, faults));
            if (outcomes.get(i) instanceof CustomerOutcome.Saved saved) {
                known.put(number, saved.customer().id());
            }
        }
        return refused;
    }

    private CustomerDetails details(InvoiceCandidate row) {
        Tenant home = tenant.get();
        PostalAddress address = new PostalAddress("", "", "", "", "", home.country());
        return new CustomerDetails(row.customerName(), CustomerKind.BUSINESS, "",
                row.customerEmail().isEmpty() ? List.of() : List.of(row.customerEmail()), home.language(), home.zone(),
                CustomerIntake.DEFAULT_TERMS_DAYS, Optional.empty(), row.customerNumber(), "", address);
    }
}
