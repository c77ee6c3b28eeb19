package io.quittance.tenancy;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A business to be made a tenant.
 *
 * @param slug     3 to 40 lower-case letters, digits and single hyphens, beginning with a letter
 * @param country  ISO 3166-1 alpha-2
 * @param owner    with a verified e-mail address
 */
public record TenantRequest(
        String slug,
        String name,
        String country,
        Currency currency,
        ZoneId zone,
        Locale language,
        String blueprint,
        SignUpDetails owner) {

    private static final int SHORTEST_SLUG = 3;
    private static final int LONGEST_SLUG = 40;

    public TenantRequest {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException("slug must be 3 to 40 lower-case letters, digits and hyphens but is '" + slug + "'");
        }
    }

    public static boolean isSlug(String text) {
        return text.length() >= SHORTEST_SLUG && text.length() <= LONGEST_SLUG && text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }
}
