package io.quittance.bench.house;

import io.quittance.signup.Member;
import io.quittance.signup.People;
import io.quittance.signup.Person;
import io.quittance.signup.PersonOutcome;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** In place of the identity server: every account and organisation is there at once, nobody is a member. */
@ApplicationScoped
public class NobodyElse implements People {

    @Override
    public boolean isKnown(String email) {
        return false;
    }

    @Override
    public PersonOutcome ensurePerson(Person person, String password) {
        return new PersonOutcome.Ready(true);
    }

    @Override
    public String ensureOrganisation(Tenant tenant) {
        return "org-" + tenant.slug();
    }

    @Override
    public void enrol(String organisation, String email, String role) {
        // nobody signs in while it is measured
    }

    @Override
    public List<Member> members(String organisation) {
        return List.of();
    }
}
