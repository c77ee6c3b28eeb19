package io.quittance.webhook.control;

import io.quittance.Fault;
import io.quittance.config.PrivateNetworks;
import io.quittance.webhook.EndpointDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What an endpoint must be. Whether its host leads somewhere public is seen each time it is called. */
@ApplicationScoped
public class EndpointRules {

    private static final int LONGEST_URL = 1000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_CONTACT = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

    @Inject
    EventTypes types;
    @Inject
    OutwardPost post;

    public List<Fault> check(EndpointDetails details) {
        List<Fault> faults = new ArrayList<>();
        url(details.url()).ifPresent(faults::add);
        if (details.description().length() > LONGEST_DESCRIPTION) {
            faults.add(Fault.of("description", details.description().substring(0, LONGEST_DESCRIPTION), "text.tooLong",
                    LONGEST_DESCRIPTION));
        }
        if (details.contact().length() > LONGEST_CONTACT || !EMAIL.matcher(details.contact()).matches()) {
            faults.add(Fault.of("contact", details.contact().substring(0, Math.min(LONGEST_CONTACT, details.contact().length())),
                    "email.malformed"));
        }
        Set<String> unknown = new TreeSet<>(details.types());
        types.all().forEach(unknown::remove);
        if (details.types().isEmpty()) {
            faults.add(Fault.of("types", "", "webhook.noTypes"));
        } else if (!unknown.isEmpty()) {
            faults.add(Fault.of("types", String.join(" ", unknown), "webhook.unknownType"));
        }
        return faults;
    }

    private Optional<Fault> url(String text) {
        String shown = text.substring(0, Math.min(LONGEST_URL, text.length()));
        try {
            URI url = new URI(text);
            boolean scheme = "https".equals(url.getScheme()) || post.mayBePrivate() && "http".equals(url.getScheme());
            if (text.length() > LONGEST_URL || !scheme || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
                return Optional.of(Fault.of("url", shown, "webhook.url"));
            }
            return !post.mayBePrivate() && isPlainlyPrivate(url.getHost().toLowerCase(Locale.ROOT))
                    ? Optional.of(Fault.of("url", shown, "webhook.private")) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.of(Fault.of("url", shown, "webhook.url"));
        }
    }

    /** Asks no name server: a name may lead elsewhere by the time that it is called. */
    private static boolean isPlainlyPrivate(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local") || host.endsWith(".internal")) {
            return true;
        }
        if (!LITERAL.matcher(host).matches()) {
            return false;
        }
        try {
            return PrivateNetworks.contain(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException odd) {
            return true;
        }
    }
}
