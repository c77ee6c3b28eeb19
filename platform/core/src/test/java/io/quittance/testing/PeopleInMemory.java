package io.quittance.testing;

import io.quittance.signup.Member;
import io.quittance.signup.People;
import io.quittance.signup.PeopleUnavailable;
import io.quittance.signup.Person;
import io.quittance.signup.PersonOutcome;
import io.quittance.tenancy.Tenant;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts and organisations kept in memory: organisations are named {@code org-} and the tenant's slug. */
@Alternative
@Priority(1)
@ApplicationScoped
public class PeopleInMemory implements People {

    private static final int SHORTEST_PASSWORD = 10;

    private final Map<String, Person> accounts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Set<String>>> organisations = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** From now on every call fails, or works again. */
    public void away(boolean gone) {
        away = gone;
    }

    @Override
    public boolean isKnown(String email) {
        answer();
        return accounts.containsKey(email);
    }

    @Override
    public PersonOutcome ensurePerson(Person person, String password) {
        answer();
        if (accounts.containsKey(person.email())) {
            return new PersonOutcome.Ready(false);
        }
        if (password.length() < SHORTEST_PASSWORD) {
            return new PersonOutcome.PasswordRefused("too short");
        }
        accounts.put(person.email(), person);
        return new PersonOutcome.Ready(true);
    }

    @Override
    public String ensureOrganisation(Tenant tenant) {
        answer();
        organisations.computeIfAbsent("org-" + tenant.slug(), created -> new ConcurrentHashMap<>());
        return "org-" + tenant.slug();
    }

    @Override
    public void enrol(String organisation, String email, String role) {
        answer();
        organisations.get(organisation).computeIfAbsent(email, member -> ConcurrentHashMap.newKeySet()).add(role);
    }

    @Override
    public List<Member> members(String organisation) {
        answer();
        return organisations.getOrDefault(organisation, Map.of()).entrySet().stream()
                .map(entry -> new Member(entry.getKey(), entry.getKey(), entry.getKey(), true, entry.getValue()))
                .toList();
    }

    private void answer() {
        if (away) {
            throw new PeopleUnavailable("away");
        }
    }
}
