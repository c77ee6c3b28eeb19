package io.quittance.web.signup;

import io.quittance.blueprint.Blueprints;
import io.quittance.signup.SignUpForm;
import io.quittance.signup.SignUpOutcome;
import io.quittance.signup.boundary.SignUpRequests;
import io.quittance.web.language.Choices.Choice;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** The form on which a visitor asks for a business of their own. */
@Named("signUp")
@ViewScoped
public class SignUpPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("business", "slug", "country", "currency", "zone", "language", "blueprint",
            "firstName", "lastName", "email");

    @Inject
    transient SignUpRequests requests;

    @Inject
    transient Blueprints blueprints;

    @Inject
    transient Language reader;

    @Inject
    transient HttpServletRequest request;

    @Inject
    transient Say say;

    private boolean sent;
    private String business = "";
    private String slug = "";
    private String country = "";
    private String currency = "";
    private String zone = "";
    private String language = "";
    private String blueprint = "";
    private String firstName = "";
    private String lastName = "";
    private String email = "";

    @PostConstruct
    void open() {
        boolean german = reader.getCode().equals("de");
        country = german ? "DE" : "GB";
        currency = german ? "EUR" : "GBP";
        zone = german ? "Europe/Berlin" : "Europe/London";
        language = reader.getCode();
        blueprint = blueprints.names().getFirst();
    }

    /** Proposes a short name as soon as the business has a name. */
    public void suggest() {
        if (slug.isEmpty() && !business.isEmpty()) {
            slug = requests.suggestSlug(business);
        }
    }

    public void send() {
        SignUpForm form = new SignUpForm(business, slug, country, currency, zone, language, blueprint, firstName, lastName, email);
        switch (requests.request(form, request.getRemoteAddr())) {
            case SignUpOutcome.Accepted accepted -> sent = true;
            case SignUpOutcome.SlugTaken taken -> {
                say.wrong("signUp:slug", say.text("signup.slug.taken", taken.suggestion()));
                slug = taken.suggestion();
            }
            case SignUpOutcome.Invalid invalid -> say.faults(invalid.faults(), field -> INPUTS.contains(field) ? "signUp:" + field : null);
            case SignUpOutcome.TooMany many -> say.refused("signup.tooMany", Math.max(1, many.retryAfter().toMinutes()));
        }
    }

    public List<Choice> getBlueprints() {
        return blueprints.all().stream().map(each -> new Choice(each.name(), each.title(reader.getCode()))).toList();
    }

    public boolean isSent() {
        return sent;
    }

    public String getBusiness() {
        return business;
    }

    public void setBusiness(String business) {
        this.business = business == null ? "" : business.strip();
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug == null ? "" : slug.strip();
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country == null ? "" : country.strip();
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency == null ? "" : currency.strip();
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone == null ? "" : zone.strip();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language == null ? "" : language.strip();
    }

    public String getBlueprint() {
        return blueprint;
    }

    public void setBlueprint(String blueprint) {
        this.blueprint = blueprint == null ? "" : blueprint.strip();
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName == null ? "" : firstName.strip();
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName == null ? "" : lastName.strip();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email.strip();
    }
}
