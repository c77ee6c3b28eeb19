package io.quittance.web.shell;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.signup.Member;
import io.quittance.signup.PeopleUnavailable;
import io.quittance.signup.boundary.Members;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did something, in words. The trail keeps labels, since names change; a page shows the name of today, and the label as
 * it stands where the person is no member any more or the viewer may not know the members.
 */
@Named("people")
@RequestScoped
public class ActorNames {

    private static final Logger LOG = LoggerFactory.getLogger(ActorNames.class);

    @Inject
    Members members;
    @Inject
    Permissions permissions;
    @Inject
    Texts texts;

    private Map<String, String> names;

    /** @param label such as {@code person:3f2c…}, see {@link io.quittance.access.Actor#label()} */
    public String name(String label) {
        int colon = label.indexOf(':');
        String kind = colon < 0 ? label : label.substring(0, colon);
        String rest = label.substring(colon + 1);
        return switch (kind) {
            case "person" -> names().getOrDefault(rest, label);
            case "job", "gateway", "channel" -> texts.of("actor." + kind, rest);
            case "debtor", "visitor" -> texts.of("actor." + kind);
            default -> label;
        };
    }

    /** Asked for once per request, and only where a person is shown. */
    private Map<String, String> names() {
        if (names == null) {
            names = permissions.allowed(Permission.MEMBER_READ) ? read() : Map.of();
        }
        return names;
    }

    private Map<String, String> read() {
        try {
            return members.all().stream().collect(Collectors.toMap(Member::subject, Member::name));
        } catch (PeopleUnavailable away) {
            LOG.warn("people are shown by their labels: {}", away.getMessage());
            return Map.of();
        }
    }
}
