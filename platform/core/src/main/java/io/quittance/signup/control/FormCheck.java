package io.quittance.signup.control;

import io.quittance.Currencies;
import io.quittance.Fault;
import io.quittance.blueprint.Blueprints;
import io.quittance.signup.SignUpForm;
import io.quittance.tenancy.TenantRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a sign-up form, field by field. */
@ApplicationScoped
public class FormCheck {

    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BUSINESS = 200;

    @Inject
    Blueprints blueprints;

    @Inject
    Slugs slugs;

    public List<Fault> faults(SignUpForm form) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "business", form.business(), isLine(form.business(), LONGEST_BUSINESS), "signup.text", LONGEST_BUSINESS);
        check(faults, "slug", form.slug(), isSlug(form.slug()), "signup.slug");
        check(faults, "country", form.country(), Arrays.asList(Locale.getISOCountries()).contains(form.country()), "signup.country");
        check(faults, "currency", form.currency(), Currencies.find(form.currency()).isPresent(), "signup.currency");
        check(faults, "zone", form.zone(), form.zone() != null && ZoneId.getAvailableZoneIds().contains(form.zone()), "signup.zone");
        check(faults, "language", form.language(), form.language() != null && LANGUAGES.contains(form.language()), "signup.language");
        check(faults, "blueprint", form.blueprint(), blueprints.names().contains(form.blueprint()), "signup.blueprint", blueprints.names());
        check(faults, "firstName", form.firstName(), isLine(form.firstName(), LONGEST_NAME), "signup.text", LONGEST_NAME);
        check(faults, "lastName", form.lastName(), isLine(form.lastName(), LONGEST_NAME), "signup.text", LONGEST_NAME);
        check(faults, "email", form.email(), isEmail(form.email()), "signup.email");
        return faults;
    }

    public boolean isSlug(String slug) {
        return slug != null && TenantRequest.isSlug(slug) && !slugs.isReserved(slug);
    }

    private static void check(List<Fault> faults, String field, String value, boolean fine, String rule, Object... arguments) {
        if (!fine) {
            faults.add(Fault.of(field, value, rule, arguments));
        }
    }

    /** No addresses of web pages: these texts go into a mail to somebody who may not have asked for it. */
    private static boolean isLine(String text, int longest) {
        return text != null && !text.isBlank() && text.strip().length() <= longest
                && text.chars().noneMatch(Character::isISOControl) && !text.contains("://");
    }

    private static boolean isEmail(String email) {
        return email != null && email.strip().length() <= LONGEST_EMAIL && EMAIL.matcher(email.strip()).matches();
    }
}
