package io.quittance.signup;

/**
 * What a visitor typed to sign a business up; nothing of it is trusted yet.
 *
 * @param country  ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param zone     such as {@code Europe/Berlin}
 * @param language {@code en} or {@code de}
 */
public record SignUpForm(
        String business,
        String slug,
        String country,
        String currency,
        String zone,
        String language,
        String blueprint,
        String firstName,
        String lastName,
        String email) {
}
