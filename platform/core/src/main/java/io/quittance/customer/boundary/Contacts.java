package io.quittance.customer.boundary;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Channel;
import io.quittance.customer.Consent;
import io.quittance.customer.Contact;
import io.quittance.customer.ContactDetails;
import io.quittance.customer.ContactId;
import io.quittance.customer.ContactOutcome;
import io.quittance.customer.CustomerId;
import io.quittance.customer.control.ContactRows;
import io.quittance.customer.control.ContactRules;
import io.quittance.customer.control.CustomerRows;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** People at a customer, and by which channels they may be reached: since when, and who recorded it. */
@Boundary
public class Contacts {

    private static final String KIND = "contact";

    @Inject
    ContactRows rows;
    @Inject
    CustomerRows customers;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentActor actor;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** By name. */
    @Requires(Permission.CUSTOMER_READ)
    public List<Contact> of(CustomerId customer) {
        return rows.of(customer);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    public ContactOutcome add(CustomerId customer, ContactDetails details) {
        if (customers.find(customer).isEmpty()) {
            return new ContactOutcome.Unknown();
        }
        List<Fault> faults = ContactRules.check(details);
        if (!faults.isEmpty()) {
            return new ContactOutcome.Refused(faults);
        }
        Contact contact = new Contact(new ContactId(ids.next()), customer, details, List.of());
        rows.add(contact);
        note("created", contact, null, details);
        return new ContactOutcome.Saved(contact);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    public ContactOutcome change(CustomerId customer, ContactId id, ContactDetails details) {
        Optional<Contact> found = known(customer, id);
        if (found.isEmpty()) {
            return new ContactOutcome.Unknown();
        }
        List<Fault> faults = ContactRules.check(details);
        if (!faults.isEmpty()) {
            return new ContactOutcome.Refused(faults);
        }
        rows.change(id, details);
        note("changed", found.get(), found.get().details(), details);
        return new ContactOutcome.Saved(new Contact(id, customer, details, found.get().consents()));
    }

    /** Takes the person from the list; what they said stays on record. */
    @Requires(Permission.CUSTOMER_WRITE)
    public ContactOutcome remove(CustomerId customer, ContactId id) {
        Optional<Contact> found = known(customer, id);
        if (found.isEmpty()) {
            return new ContactOutcome.Unknown();
        }
        rows.remove(id);
        note("removed", found.get(), found.get().details(), null);
        return new ContactOutcome.Removed(id);
    }

    /**
     * Records what a contact said about a channel.
     *
     * @param granted false for an objection
     * @param since   the civil day from which on it counts, not after today
     */
    @Requires(Permission.CUSTOMER_WRITE)
    public ContactOutcome consent(CustomerId customer, ContactId id, Channel channel, boolean granted, LocalDate since, String note) {
        if (known(customer, id).isEmpty()) {
            return new ContactOutcome.Unknown();
        }
        List<Fault> faults = ContactRules.check(since, note, tenant.get().today(clock));
        if (!faults.isEmpty()) {
            return new ContactOutcome.Refused(faults);
        }
        Consent consent = new Consent(channel, granted, since, note.strip(), clock.instant(), actor.get().label());
        rows.say(ids.next(), id, consent);
        Contact after = rows.lock(id).orElseThrow();
        note(granted ? "consented" : "objected", after, null, consent);
        return new ContactOutcome.Saved(after);
    }

    /** All that a contact ever said, the latest first; empty for a contact of another customer. */
    @Requires(Permission.CUSTOMER_READ)
    public List<Consent> history(CustomerId customer, ContactId id) {
        return rows.of(customer).stream().anyMatch(contact -> contact.id().equals(id)) ? rows.history(id) : List.of();
    }

    private Optional<Contact> known(CustomerId customer, ContactId id) {
        return rows.lock(id).filter(contact -> contact.customer().equals(customer));
    }

    private void note(String action, Contact contact, Object before, Object after) {
        audit.record(action, KIND, contact.id().value(), before, after);
        changes.announce("customer", contact.customer().value());
    }
}
