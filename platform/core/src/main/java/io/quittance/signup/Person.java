package io.quittance.signup;

import java.util.Locale;

/** Somebody who is to have an account. */
public record Person(String email, String firstName, String lastName, Locale language) {
}
