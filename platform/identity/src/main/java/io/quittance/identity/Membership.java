package io.quittance.identity;

import java.io.Serializable;
import java.util.Set;

/**
 * What a verified token says of a person in one organisation.
 *
 * @param organisation its id
 * @param alias        its alias, equal to the tenant's slug
 * @param roles        those granted by this organisation's groups, none of any other
 */
public record Membership(String organisation, String alias, Set<String> roles) implements Serializable {

    public Membership {
        roles = Set.copyOf(roles);
    }
}
