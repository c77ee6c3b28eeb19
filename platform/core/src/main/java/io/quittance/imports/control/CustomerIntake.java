package io.quittance.imports.control;

import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.PostalAddress;
import io.quittance.customer.boundary.Customers;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.RowFault;
import io.quittance.imports.entity.CustomerCandidate;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes customers of faultless rows. */
@ApplicationScoped
public class CustomerIntake {

    static final int DEFAULT_TERMS_DAYS = 30;

    @Inject
    Customers customers;
    @Inject
    CurrentTenant tenant;

    Brought bring(List<ReadFile.Good<CustomerCandidate>> rows) {
        List<BrokenRow> broken = new ArrayList<>();
        List<ReadFile.Good<CustomerCandidate>> fresh = new ArrayList<>();
        for (ReadFile.Good<CustomerCandidate> row : rows) {
            String number = row.candidate().number();
            if (customers.byExternalRef(number).isPresent()) {
                broken.add(row.broken(List.of(RowFault.of(RowFault.Reason.EXISTS_ALREADY, "number", number))));
            } else {
                fresh.add(row);
            }
        }
        List<CustomerOutcome> outcomes = customers.createAll(fresh.stream().map(row -> details(row.candidate())).toList());
        int made = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Optional<List<RowFault>> refusal = refusal(outcomes.get(i));
            if (refusal.isPresent()) {
                broken.add(fresh.get(i).broken(refusal.get()));
            } else {
                made++;
            }
        }
        return new Brought(made, made, List.of(), broken);
    }

    static Optional<List<RowFault>> refusal(CustomerOutcome outcome) {
        return switch (outcome) {
            case CustomerOutcome.Saved saved -> Optional.empty();
            case CustomerOutcome.Refused refused -> Optional.of(refused.faults().stream().map(RowFault::refused).toList());
            case CustomerOutcome.Unknown unknown -> throw new IllegalStateException("a new customer cannot be unknown: " + unknown);
        };
    }

    private CustomerDetails details(CustomerCandidate row) {
        Tenant home = tenant.get();
        PostalAddress address = new PostalAddress(row.street(), "", row.postalCode(), row.city(), "", row.country().orElse(home.country()));
        return new CustomerDetails(row.name(), CustomerKind.valueOf(row.kind()), row.segment(),
                row.email().isEmpty() ? List.of() : List.of(row.email()), row.language().orElse(home.language()), home.zone(),
                row.termsDays().orElse(DEFAULT_TERMS_DAYS), Optional.empty(), row.number(), row.taxId(), address);
    }
}
