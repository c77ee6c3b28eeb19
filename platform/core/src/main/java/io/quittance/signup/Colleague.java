package io.quittance.signup;

/** Somebody who is to belong to a tenant that is set up by program. */
public record Colleague(Person person, String password, String role) {

    @Override
    public String toString() {
        return "Colleague[" + person.email() + ", " + role + "]";
    }
}
