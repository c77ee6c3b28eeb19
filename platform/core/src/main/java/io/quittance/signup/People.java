package io.quittance.signup;

import io.quittance.tenancy.Tenant;
import java.util.List;

/**
 * The service that keeps people's accounts and their memberships in organisations. Everything here can be done twice.
 * Never called while a unit of work is open.
 */
public interface People {

    /** @throws PeopleUnavailable when the service cannot be reached */
    boolean isKnown(String email);

    /**
     * Makes sure that the person has an account. One who has keeps it as it is, password and all.
     *
     * @param password only passed through, never kept
     */
    PersonOutcome ensurePerson(Person person, String password);

    /** Makes sure that the tenant has its organisation with a group for each base role; answers the organisation's id. */
    String ensureOrganisation(Tenant tenant);

    /**
     * Makes a person who has an account a member of the organisation, in the group of that base role.
     *
     * @throws IllegalStateException when nobody has that e-mail address
     */
    void enrol(String organisation, String email, String role);

    List<Member> members(String organisation);
}
