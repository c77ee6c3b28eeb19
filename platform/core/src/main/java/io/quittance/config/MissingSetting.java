package io.quittance.config;

/** The deployment lacks a setting without which the product cannot work. */
public final class MissingSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingSetting(String property, String variable) {
        super("setting " + property + " is missing: set the system property " + property
                + " or the environment variable " + variable);
    }
}
