package io.quittance.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.access.Roles;
import io.quittance.signup.Member;
import io.quittance.signup.People;
import io.quittance.signup.PeopleUnavailable;
import io.quittance.signup.Person;
import io.quittance.signup.PersonOutcome;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People and organisations in Keycloak. A tenant's organisation has the slug for alias and name, its tenant's id as the
 * attribute {@code tenant}, and a group for each base role, such as {@code owners}, that carries the realm role of that name.
 */
@ApplicationScoped
public class KeycloakPeople implements People {

    private static final int MOST_MEMBERS = 500;
    private static final int BAD_REQUEST = 400;

    @Inject
    KeycloakAdmin keycloak;

    @Inject
    Roles roles;

    @Override
    public boolean isKnown(String email) {
        return userId(email).isPresent();
    }

    @Override
    public PersonOutcome ensurePerson(Person person, String password) {
        if (isKnown(person.email())) {
            return new PersonOutcome.Ready(false);
        }
        KeycloakAdmin.Answer answer = keycloak.post("/users", Map.of(
                "username", person.email(),
                "email", person.email(),
                "emailVerified", true,
                "enabled", true,
                "firstName", person.firstName(),
                "lastName", person.lastName(),
                "attributes", Map.of("locale", List.of(person.language().getLanguage())),
                "credentials", List.of(Map.of("type", "password", "value", password, "temporary", false))));
        if (answer.isConflict()) {
            return new PersonOutcome.Ready(false);
        }
        if (answer.status() == BAD_REQUEST) {
            return new PersonOutcome.PasswordRefused(reason(answer.body()));
        }
        answer.orThrow("make an account");
        return new PersonOutcome.Ready(true);
    }

    @Override
    public String ensureOrganisation(Tenant tenant) {
        String organisation = organisationOf(tenant).orElseGet(() -> makeOrganisation(tenant));
        Map<String, String> groups = groups(organisation);
        for (String role : roles.names()) {
            ensureGroup(organisation, role, groups);
        }
        return organisation;
    }

    @Override
    public void enrol(String organisation, String email, String role) {
        String user = userId(email).orElseThrow(() -> new IllegalStateException("nobody has the e-mail address " + email));
        unlessDone(keycloak.post("/organizations/" + organisation + "/members", user), "make a member");
        String group = groupId(organisation, role);
        unlessDone(keycloak.put("/organizations/" + organisation + "/groups/" + group + "/members/" + user, null), "put into a group");
    }

    /** Keycloak answers Conflict to what is so already. */
    private static void unlessDone(KeycloakAdmin.Answer answer, String what) {
        if (!answer.isConflict()) {
            answer.orThrow(what);
        }
    }

    @Override
    public List<Member> members(String organisation) {
        Map<String, Member> members = new LinkedHashMap<>();
        String base = "/organizations/" + organisation;
        for (JsonNode user : keycloak.get(base + "/members?max=" + MOST_MEMBERS).orThrow("list members").body()) {
            members.put(user.path("id").asText(), member(user, Set.of()));
        }
        Map<String, String> groups = groups(organisation);
        for (String role : roles.names()) {
            if (groups.containsKey(groupName(role))) {
                String path = base + "/groups/" + groups.get(groupName(role)) + "/members?max=" + MOST_MEMBERS;
                keycloak.get(path).orThrow("list a group").body().forEach(user ->
                        members.computeIfPresent(user.path("id").asText(), (id, known) -> with(known, role)));
            }
        }
        return List.copyOf(members.values());
    }

    private Optional<String> organisationOf(Tenant tenant) {
        JsonNode found = keycloak.get("/organizations?exact=true&search=" + KeycloakAdmin.encode(tenant.slug()))
                .orThrow("find an organisation").body();
        for (JsonNode organisation : found) {
            if (organisation.path("name").asText().equals(tenant.slug())) {
                String id = organisation.path("id").asText();
                JsonNode whole = keycloak.get("/organizations/" + id).orThrow("read an organisation").body();
                String owner = whole.path("attributes").path("tenant").path(0).asText();
                if (!owner.equals(tenant.id().toString())) {
                    throw new IllegalStateException("the organisation " + tenant.slug() + " belongs to tenant '" + owner + "'");
                }
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private String makeOrganisation(Tenant tenant) {
        return keycloak.post("/organizations", Map.of(
                "name", tenant.slug(),
                "alias", tenant.slug(),
                "description", tenant.name(),
                "enabled", true,
                "attributes", Map.of("tenant", List.of(tenant.id().toString())))).orThrow("make an organisation").created();
    }

    private void ensureGroup(String organisation, String role, Map<String, String> groups) {
        String base = "/organizations/" + organisation + "/groups";
        String group = groups.get(groupName(role));
        if (group == null) {
            KeycloakAdmin.Answer made = keycloak.post(base, Map.of("name", groupName(role)));
            group = made.isConflict() ? groupId(organisation, role) : made.orThrow("make a group").created();
        }
        JsonNode realmRole = keycloak.get("/roles/" + KeycloakAdmin.encode(role)).orThrow("read role " + role).body();
        keycloak.post(base + "/" + group + "/role-mappings/realm", List.of(realmRole)).orThrow("give a group its role");
    }

    /** @throws IllegalStateException when the organisation has no group for that role */
    private String groupId(String organisation, String role) {
        String group = groups(organisation).get(groupName(role));
        if (group == null) {
            throw new IllegalStateException("there is no group for role " + role);
        }
        return group;
    }

    /** The organisation's groups: ids by name. */
    private Map<String, String> groups(String organisation) {
        Map<String, String> groups = new LinkedHashMap<>();
        keycloak.get("/organizations/" + organisation + "/groups?max=100").orThrow("list groups").body()
                .forEach(group -> groups.put(group.path("name").asText(), group.path("id").asText()));
        return groups;
    }

    private Optional<String> userId(String email) {
        JsonNode users = keycloak.get("/users?exact=true&briefRepresentation=true&email=" + KeycloakAdmin.encode(email))
                .orThrow("find a person").body();
        return users.isEmpty() ? Optional.empty() : Optional.of(users.get(0).path("id").asText());
    }

    private static String groupName(String role) {
        return role + "s";
    }

    private static Member member(JsonNode user, Set<String> roles) {
        String name = (user.path("firstName").asText("") + " " + user.path("lastName").asText("")).strip();
        return new Member(user.path("id").asText(), name, user.path("email").asText(""), user.path("enabled").asBoolean(), roles);
    }

    private static Member with(Member member, String role) {
        Set<String> roles = new HashSet<>(member.roles());
        roles.add(role);
        return new Member(member.subject(), member.name(), member.email(), member.enabled(), roles);
    }

    private static String reason(JsonNode body) {
        String text = body.path("error_description").asText(body.path("errorMessage").asText(""));
        if (text.isBlank()) {
            throw new PeopleUnavailable("Keycloak refuses an account without a reason: " + body);
        }
        return text;
    }
}
