package io.quittance.web.shell;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The signed-in person and tenant, for the frame of a page. */
@Named
@RequestScoped
public class Shell {

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentActor actor;

    @Inject
    HttpServletRequest request;

    public boolean isSignedIn() {
        return actor.get() instanceof Actor.Person;
    }

    public String getTenantName() {
        return tenant.find().map(Tenant::name).orElse("");
    }

    public String getTenantSlug() {
        return tenant.find().map(Tenant::slug).orElse("");
    }

    public String getPersonName() {
        return actor.get() instanceof Actor.Person person ? person.name() : "";
    }

    public String getPersonEmail() {
        return actor.get() instanceof Actor.Person person ? person.email() : "";
    }

    /** At most two letters to know a person by. */
    public String getInitials() {
        return Arrays.stream(getPersonName().strip().split("\\s+")).filter(part -> !part.isEmpty()).limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The page's own address with another language asked for; keeps the parameters that a GET may carry. */
    public String inLanguage(String code) {
        String query = request.getQueryString() == null ? "" : request.getQueryString().replaceAll("(^|&)lang=[^&]*", "");
        String rest = query.startsWith("&") ? query.substring(1) : query;
        Object asked = request.getAttribute("jakarta.servlet.forward.request_uri");
        return (asked == null ? request.getRequestURI() : asked) + "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + code;
    }
}
