package io.quittance.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.customer.boundary.Contacts;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContactsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final LocalDate SINCE = LocalDate.parse("2026-01-15");
    private static Tenant tenant;
    private static Customer customer;

    @BeforeAll
    static void makeTenant() {
        tenant = CORE.newTenant();
        customer = CORE.in(tenant, () -> new Samples(CORE).customer("People & Co"));
    }

    @Test
    void a_channel_may_be_used_from_consent_to_objection_and_all_that_was_said_stays() {
        Contact anna = added(new ContactDetails("Anna", "accounts payable", "anna@example.com", "+49 30 1234567"));
        assertThat(anna.allows(Channel.SMS)).isFalse();
        Contact agreed = say(anna, Channel.SMS, true, SINCE);
        assertThat(agreed.allows(Channel.SMS)).isTrue();
        assertThat(agreed.allows(Channel.PHONE)).isFalse();
        Contact objected = say(anna, Channel.SMS, false, SINCE.plusDays(1));
        assertThat(objected.allows(Channel.SMS)).isFalse();
        List<Consent> history = CORE.in(tenant, () -> CORE.get(Contacts.class).history(customer.id(), anna.id()));
        assertThat(history).extracting(Consent::granted).containsExactly(false, true);
        assertThat(history).extracting(Consent::since).containsExactly(SINCE.plusDays(1), SINCE);
        assertThat(history).extracting(Consent::actor).containsOnly("job:test");
    }

    @Test
    void every_fault_is_named_and_a_contact_of_another_customer_is_unknown() {
        ContactOutcome refused = CORE.in(tenant, () -> CORE.get(Contacts.class)
                .add(customer.id(), new ContactDetails(" ", "", "nowhere", "call me")));
        assertThat(((ContactOutcome.Refused) refused).faults()).extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactly("name text.missing", "email email.malformed", "phone phone.malformed");
        Contact bert = added(new ContactDetails("Bert", "", "", ""));
        Customer other = CORE.in(tenant, () -> new Samples(CORE).customer("Other"));
        assertThat(CORE.in(tenant, () -> CORE.get(Contacts.class).remove(other.id(), bert.id())))
                .isInstanceOf(ContactOutcome.Unknown.class);
        assertThat(CORE.in(tenant, () -> CORE.get(Contacts.class).history(other.id(), bert.id()))).isEmpty();
        ContactOutcome tomorrow = CORE.in(tenant, () -> CORE.get(Contacts.class)
                .consent(customer.id(), bert.id(), Channel.POST, true, LocalDate.parse("2999-01-01"), ""));
        assertThat(((ContactOutcome.Refused) tomorrow).faults()).extracting(fault -> fault.rule()).containsExactly("consent.inFuture");
        CORE.in(tenant, () -> CORE.get(Contacts.class).remove(customer.id(), bert.id()));
        assertThat(CORE.in(tenant, () -> CORE.get(Contacts.class).of(customer.id()))).extracting(Contact::id).doesNotContain(bert.id());
    }

    private static Contact say(Contact contact, Channel channel, boolean granted, LocalDate since) {
        return saved(CORE.in(tenant, () -> CORE.get(Contacts.class).consent(customer.id(), contact.id(), channel, granted, since, "")));
    }

    private static Contact added(ContactDetails details) {
        return saved(CORE.in(tenant, () -> CORE.get(Contacts.class).add(customer.id(), details)));
    }

    private static Contact saved(ContactOutcome outcome) {
        return switch (outcome) {
            case ContactOutcome.Saved(Contact contact) -> contact;
            case ContactOutcome refused -> throw new AssertionError(refused);
        };
    }
}
