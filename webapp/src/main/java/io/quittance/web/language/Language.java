package io.quittance.web.language;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which language and region this request is answered. A choice made on a page comes first and is kept in a cookie;
 * then, for members, their tenant's language; then what the browser asks for; then English.
 */
@Named
@RequestScoped
public class Language {

    /** The languages we speak, by their own names. */
    public static final Map<String, String> SPOKEN = Map.of("en", "English", "de", "Deutsch");

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "quittance-language";
    private static final int ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;
    private static final Set<String> REGIONS_EN = Set.of("GB", "IE", "US", "AU", "NZ", "ZA", "IN", "SG");
    private static final Set<String> REGIONS_DE = Set.of("DE", "AT", "CH", "LI", "LU");

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentActor actor;

    @Inject
    HttpServletRequest request;

    private String spoken;

    @PostConstruct
    void choose() {
        Optional<String> asked = spoken(request.getParameter(PARAMETER));
        asked.ifPresent(Language::remember);
        spoken = asked.or(this::remembered).or(this::ofTenant).or(this::ofBrowser).orElse("en");
    }

    /** The language alone: what pages and message bundles use. */
    public Locale getLocale() {
        return Locale.of(spoken);
    }

    public String getCode() {
        return spoken;
    }

    /** The language with a region, for the look of figures and dates: the tenant's country where it speaks that language. */
    public Locale getRegional() {
        String country = tenant.find().map(Tenant::country).orElse("");
        boolean german = spoken.equals("de");
        Set<String> regions = german ? REGIONS_DE : REGIONS_EN;
        return Locale.of(spoken, regions.contains(country) ? country : german ? "DE" : "GB");
    }

    /** The zone in which civil days begin and end: the tenant's. */
    public ZoneId getZone() {
        return tenant.find().map(Tenant::zone).orElse(ZoneOffset.UTC);
    }

    /** The other languages to switch to, by code. */
    public List<Map.Entry<String, String>> getOthers() {
        return SPOKEN.entrySet().stream().filter(entry -> !entry.getKey().equals(spoken)).toList();
    }

    private static Optional<String> spoken(String code) {
        return Optional.ofNullable(code).filter(SPOKEN::containsKey);
    }

    private static void remember(String code) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces != null) {
            faces.getExternalContext().addResponseCookie(COOKIE, code,
                    Map.of("path", "/", "maxAge", ONE_YEAR_SECONDS, "httpOnly", true, "SameSite", "Lax"));
        }
    }

    private Optional<String> remembered() {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return spoken(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private Optional<String> ofTenant() {
        return actor.get() instanceof Actor.Person
                ? tenant.find().flatMap(bound -> spoken(bound.language().getLanguage()))
                : Optional.empty();
    }

    private Optional<String> ofBrowser() {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage).filter(SPOKEN::containsKey).findFirst();
    }
}
