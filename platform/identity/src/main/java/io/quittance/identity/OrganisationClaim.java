package io.quittance.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code organization} claim: {@code {"alpha": {"id": "…", "groups": ["/owners"], "realm_access": {"roles": ["owner"]}}}}.
 *
 * <p>Roles are read from inside an organisation's own entry; the token's global {@code realm_access} is never looked at.
 * An entry without an id, or a claim of another shape, grants nothing.
 */
final class OrganisationClaim {

    private OrganisationClaim() {
    }

    static List<Membership> memberships(Object claim) {
        List<Membership> memberships = new ArrayList<>();
        if (claim instanceof Map<?, ?> organisations) {
            organisations.forEach((alias, entry) -> {
                if (alias instanceof String name && entry instanceof Map<?, ?> fields
                        && fields.get("id") instanceof String id && !id.isBlank()) {
                    memberships.add(new Membership(id, name, roles(fields.get("realm_access"))));
                }
            });
        }
        return memberships;
    }

    private static Set<String> roles(Object access) {
        Set<String> roles = new LinkedHashSet<>();
        if (access instanceof Map<?, ?> fields && fields.get("roles") instanceof Collection<?> names) {
            for (Object name : names) {
                if (name instanceof String role) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}
