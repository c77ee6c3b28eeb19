package io.quittance.customer.boundary;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.CustomerRow;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.NameKey;
import io.quittance.customer.control.CustomerNames;
import io.quittance.customer.control.CustomerRows;
import io.quittance.customer.control.CustomerRules;
import io.quittance.customer.entity.CustomerRecord;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tenant's customers. */
@Boundary
public class Customers {

    private static final String KIND = "customer";

    @Inject
    CustomerRows rows;
    @Inject
    CustomerNames names;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    @Requires(Permission.CUSTOMER_WRITE)
    public CustomerOutcome create(CustomerDetails details) {
        return createAll(List.of(details)).getFirst();
    }

    /** Many at once, in one unit; an outcome for each, in the same order. What is refused leaves the others alone. */
    @Requires(Permission.CUSTOMER_WRITE)
    public List<CustomerOutcome> createAll(List<CustomerDetails> all) {
        Set<String> taken = new HashSet<>(rows.taken(all.stream().map(CustomerDetails::externalRef).filter(ref -> !ref.isEmpty())
                .toList()));
        List<CustomerOutcome> outcomes = new ArrayList<>();
        for (CustomerDetails details : all) {
            List<Fault> faults = new ArrayList<>(CustomerRules.check(details));
            if (taken.contains(details.externalRef())) {
                faults.add(Fault.of("externalRef", details.externalRef(), "customer.referenceTaken"));
            }
            if (!faults.isEmpty()) {
                outcomes.add(new CustomerOutcome.Refused(faults));
                continue;
            }
            if (!details.externalRef().isEmpty()) {
                taken.add(details.externalRef());
            }
            outcomes.add(new CustomerOutcome.Saved(enter(details)));
        }
        return outcomes;
    }

    @Requires(Permission.CUSTOMER_WRITE)
    public CustomerOutcome change(CustomerId id, CustomerDetails details) {
        Optional<CustomerRecord> found = rows.find(id);
        if (found.isEmpty()) {
            return new CustomerOutcome.Unknown(id);
        }
        List<Fault> faults = new ArrayList<>(CustomerRules.check(details));
        CustomerRecord customer = found.get();
        Customer before = customer.toCustomer();
        if (!details.externalRef().equals(before.details().externalRef()) && rows.byReference(details.externalRef()).isPresent()) {
            faults.add(Fault.of("externalRef", details.externalRef(), "customer.referenceTaken"));
        }
        if (!faults.isEmpty()) {
            return new CustomerOutcome.Refused(faults);
        }
        customer.become(details);
        audit.record("changed", KIND, id.value(), before.details(), details);
        changes.announce(KIND, id.value());
        return new CustomerOutcome.Saved(customer.toCustomer());
    }

    @Requires(Permission.CUSTOMER_READ)
    public Optional<Customer> find(CustomerId id) {
        return rows.find(id).map(CustomerRecord::toCustomer);
    }

    /** Those that exist, each by its id. */
    @Requires(Permission.CUSTOMER_READ)
    public Map<CustomerId, Customer> all(Set<CustomerId> wanted) {
        return rows.all(wanted).stream().map(CustomerRecord::toCustomer).collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** Those of the ids that stand for a customer. @param ids at least one */
    @Requires({Permission.CUSTOMER_READ, Permission.PAYMENT_RECORD})
    public Set<CustomerId> known(Collection<CustomerId> ids) {
        return rows.known(ids);
    }

    @Requires(Permission.CUSTOMER_READ)
    public Optional<Customer> byExternalRef(String externalRef) {
        return externalRef.isEmpty() ? Optional.empty() : rows.byReference(externalRef).map(CustomerRecord::toCustomer);
    }

    /** Those with exactly that tax id, blanks aside; none for an empty one. */
    @Requires(Permission.CUSTOMER_READ)
    public List<Customer> byTaxId(String taxId) {
        return taxId.isBlank() ? List.of() : rows.byTaxId(taxId).stream().map(CustomerRecord::toCustomer).toList();
    }

    /** Those with exactly that address as their first or second one, upper and lower case alike; none for an empty one. */
    @Requires(Permission.CUSTOMER_READ)
    public List<Customer> byEmail(String email) {
        return email.isBlank() ? List.of() : rows.byEmail(email).stream().map(CustomerRecord::toCustomer).toList();
    }

    /** Those who are called so, with their names in full. @param keys {@link NameKey}s */
    @Requires({Permission.CUSTOMER_READ, Permission.RECONCILIATION_RUN})
    public Map<CustomerId, String> called(Collection<String> keys) {
        return names.called(keys);
    }

    @Requires({Permission.CUSTOMER_READ, Permission.RECONCILIATION_RUN})
    public long count() {
        return names.count();
    }

    @Requires(Permission.CUSTOMER_READ)
    public Page<CustomerRow> page(CustomerFilter filter, Page.Request<CustomerSort> request) {
        return rows.page(filter, request);
    }

    private Customer enter(CustomerDetails details) {
        CustomerRecord customer = new CustomerRecord(new CustomerId(ids.next()), details, clock.instant());
        rows.add(customer);
        Customer created = customer.toCustomer();
        audit.record("created", KIND, created.id().value(), null, details);
        changes.announce(KIND, created.id().value());
        return created;
    }
}
