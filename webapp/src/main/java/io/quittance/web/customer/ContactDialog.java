package io.quittance.web.customer;

import io.quittance.customer.Channel;
import io.quittance.customer.Contact;
import io.quittance.customer.ContactDetails;
import io.quittance.customer.ContactId;
import io.quittance.customer.ContactOutcome;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Contacts;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The people at the customer of the page, and what they said about being reached. */
@Named("contactDialog")
@ViewScoped
public class ContactDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Contacts contacts;

    @Inject
    transient CustomerPage page;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Say say;

    private Long id;
    private String name = "";
    private String role = "";
    private String email = "";
    private String phone = "";
    private Channel channel;
    private boolean granted;
    private LocalDate since;
    private String note = "";

    public List<Contact> getAll() {
        return contacts.of(customer());
    }

    public void begin() {
        id = null;
        name = "";
        role = "";
        email = "";
        phone = "";
    }

    public void edit(Contact contact) {
        id = contact.id().value();
        name = contact.details().name();
        role = contact.details().role();
        email = contact.details().email();
        phone = contact.details().phone();
    }

    public void save() {
        ContactDetails details = new ContactDetails(name, role, email, phone);
        answer(id == null ? contacts.add(customer(), details) : contacts.change(customer(), new ContactId(id), details), "contact.saved",
                "contactForm:");
    }

    public void remove(long contact) {
        answer(contacts.remove(customer(), new ContactId(contact)), "contact.removed", "contactForm:");
    }

    /** What a contact says is recorded next. */
    public void ask(Contact contact) {
        id = contact.id().value();
        name = contact.details().name();
        channel = Channel.EMAIL;
        granted = true;
        since = tenant.get().today(clock);
        note = "";
    }

    public void record() {
        answer(contacts.consent(customer(), new ContactId(id), channel, granted, since, note), "consent.saved", "consentForm:");
    }

    private void answer(ContactOutcome outcome, String done, String form) {
        switch (outcome) {
            case ContactOutcome.Saved saved -> say.done(done, saved.contact().details().name());
            case ContactOutcome.Removed removed -> say.done(done);
            case ContactOutcome.Refused refused -> say.faults(refused.faults(), field -> form + field);
            case ContactOutcome.Unknown unknown -> say.refused("error.gone");
        }
    }

    private CustomerId customer() {
        return new CustomerId(page.getId());
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public boolean isGranted() {
        return granted;
    }

    public void setGranted(boolean granted) {
        this.granted = granted;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }
}
