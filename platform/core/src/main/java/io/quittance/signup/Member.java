package io.quittance.signup;

import java.util.Set;

/** A member of a tenant's organisation. */
public record Member(String subject, String name, String email, boolean enabled, Set<String> roles) {

    public Member {
        roles = Set.copyOf(roles);
    }
}
