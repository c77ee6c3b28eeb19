package io.quittance.customer.control;

import io.quittance.Fault;
import io.quittance.customer.BillingDefaults;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.PostalAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a customer's details must hold to, whoever enters them. */
public final class CustomerRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SEGMENT = 60;
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_TAX_ID = 40;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_EMAILS = 10;
    private static final int LONGEST_TERMS = 365;
    private static final int MOST_DECIMALS = 6;
    /** What addresses are made of: no blanks, and nothing that means something in a mail header. */
    private static final String PLAIN = "[^\\s@,;:<>()\\[\\]\\\\\"]";
    /** One at sign, no blanks, a dot in the domain: the mail server knows the rest. Also keeps header lines apart. */
    private static final Pattern EMAIL = Pattern.compile(PLAIN + "+@" + PLAIN + "+\\.[^\\s@,;:<>()\\[\\]\\\\\".]{2,}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CustomerRules() {
    }

    /** @return every fault, in the order of the form */
    public static List<Fault> check(CustomerDetails details) {
        List<Fault> faults = new ArrayList<>();
        if (details.name().isBlank()) {
            faults.add(Fault.of("name", details.name(), "text.missing"));
        }
        longest(faults, "name", details.name(), LONGEST_NAME);
        longest(faults, "segment", details.segment(), LONGEST_SEGMENT);
        emails(faults, details.emails());
        if (details.termsDays() < 0 || details.termsDays() > LONGEST_TERMS) {
            faults.add(Fault.of("termsDays", details.termsDays(), "number.outside", 0, LONGEST_TERMS));
        }
        details.creditLimit().filter(limit -> limit.isNegative())
                .ifPresent(limit -> faults.add(Fault.of("creditLimit", limit, "money.negative")));
        longest(faults, "externalRef", details.externalRef(), LONGEST_REFERENCE);
        longest(faults, "taxId", details.taxId(), LONGEST_TAX_ID);
        address(faults, details.address());
        return faults;
    }

    /** What invoices may begin with. */
    public static List<Fault> check(BillingDefaults defaults) {
        List<Fault> faults = new ArrayList<>();
        BigDecimal discount = defaults.discountPercent();
        if (discount.signum() < 0 || discount.compareTo(BigDecimal.valueOf(100)) > 0) {
            faults.add(Fault.of("discountPercent", discount.toPlainString(), "number.outside", 0, 100));
        } else if (discount.scale() > MOST_DECIMALS) {
            faults.add(Fault.of("discountPercent", discount.toPlainString(), "number.tooPrecise", MOST_DECIMALS));
        }
        return faults;
    }

    public static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    private static void emails(List<Fault> faults, List<String> emails) {
        if (emails.size() > MOST_EMAILS) {
            faults.add(Fault.of("emails", emails.size(), "list.tooLong", MOST_EMAILS));
        }
        for (int i = 0; i < emails.size(); i++) {
            if (!isEmail(emails.get(i))) {
                faults.add(Fault.of("emails[" + i + "]", emails.get(i), "email.malformed"));
            }
        }
    }

    private static void address(List<Fault> faults, PostalAddress address) {
        longest(faults, "address.street", address.street(), LONGEST_NAME);
        longest(faults, "address.extra", address.extra(), LONGEST_NAME);
        longest(faults, "address.postcode", address.postcode(), 20);
        longest(faults, "address.city", address.city(), 100);
        longest(faults, "address.region", address.region(), 100);
        if (!address.country().isEmpty() && !COUNTRIES.contains(address.country())) {
            faults.add(Fault.of("address.country", address.country(), "country.unknown"));
        }
    }

    private static void longest(List<Fault> faults, String field, String value, int most) {
        if (value.length() > most) {
            faults.add(Fault.of(field, value, "text.tooLong", most));
        }
    }
}
