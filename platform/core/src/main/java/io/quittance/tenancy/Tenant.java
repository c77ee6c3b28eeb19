package io.quittance.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A business that uses Quittance.
 *
 * @param slug         lower-case short name, unique, also the alias of its Keycloak organisation
 * @param country      ISO 3166-1 alpha-2
 * @param currency     the default currency of its invoices; others are possible
 * @param zone         the zone in which its civil days begin and end
 * @param language     of its own people and, by default, of its customers
 * @param blueprint    the file of {@code tenant-config/blueprints} it was made from
 * @param organisation id of its Keycloak organisation; empty until that provisioning step is done
 */
public record Tenant(
        TenantId id,
        String slug,
        String name,
        TenantStatus status,
        String country,
        Currency currency,
        ZoneId zone,
        Locale language,
        String blueprint,
        String organisation) {

    /** The civil day it is now where this tenant lives. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
