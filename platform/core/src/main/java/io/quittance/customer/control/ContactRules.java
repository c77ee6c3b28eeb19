package io.quittance.customer.control;

import io.quittance.Fault;
import io.quittance.customer.ContactDetails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a contact must hold to, whoever enters it. */
public final class ContactRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ROLE = 100;
    private static final int LONGEST_NOTE = 400;
    /** Digits with what people put between them; the plus of the country in front. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{3,38}");

    private ContactRules() {
    }

    /** @return every fault, in the order of the form */
    public static List<Fault> check(ContactDetails contact) {
        List<Fault> faults = new ArrayList<>();
        if (contact.name().isEmpty()) {
            faults.add(Fault.of("name", "", "text.missing"));
        }
        longest(faults, "name", contact.name(), LONGEST_NAME);
        longest(faults, "role", contact.role(), LONGEST_ROLE);
        if (!contact.email().isEmpty() && !CustomerRules.isEmail(contact.email())) {
            faults.add(Fault.of("email", contact.email(), "email.malformed"));
        }
        if (!contact.phone().isEmpty() && !PHONE.matcher(contact.phone()).matches()) {
            faults.add(Fault.of("phone", contact.phone(), "phone.malformed"));
        }
        return faults;
    }

    /** @param today the tenant's civil day */
    public static List<Fault> check(LocalDate since, String note, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (since.isAfter(today)) {
            faults.add(Fault.of("since", since, "consent.inFuture", today));
        }
        longest(faults, "note", note, LONGEST_NOTE);
        return faults;
    }

    private static void longest(List<Fault> faults, String field, String value, int most) {
        if (value.length() > most) {
            faults.add(Fault.of(field, value.substring(0, 40) + "…", "text.tooLong", most));
        }
    }
}
