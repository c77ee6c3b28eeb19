package io.quittance.web.door;

import io.quittance.access.Permission;
import io.quittance.access.Roles;
import io.quittance.config.Json;
import io.quittance.identity.Membership;
import io.quittance.identity.OidcSettings;
import io.quittance.identity.Tokens;
import io.quittance.identity.VerifiedToken;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.TenantDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the door's tests share: three tenants, Anna, and beans that need no server. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Tenant ALPHA = tenant(1, "alpha", TenantStatus.ACTIVE);
    static final Tenant BETA = tenant(2, "beta", TenantStatus.ACTIVE);
    static final Tenant GONE = tenant(3, "gone", TenantStatus.SUSPENDED);
    static final Tenant NEW = tenant(4, "new", TenantStatus.PROVISIONING);

    private Fixtures() {
    }

    static Tenant tenant(long id, String slug, TenantStatus status) {
        return new Tenant(new TenantId(id), slug, "Firm " + slug, status, "DE", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"),
                Locale.GERMAN, "wholesaler", "org-" + slug);
    }

    static Membership membership(Tenant tenant, String... roles) {
        return new Membership(tenant.organisation(), tenant.slug(), Set.of(roles));
    }

    /** Anna's access token, good for five minutes from {@link #NOW}. */
    static VerifiedToken token(Membership... memberships) {
        return new VerifiedToken("anna", "Anna Ader", "anna@example.org", "quittance-app", NOW.plusSeconds(300), List.of(memberships));
    }

    static Tokens tokens(String refresh, Membership... memberships) {
        return new Tokens("access", refresh, "id", token(memberships));
    }

    static TenantDirectory directory() {
        return new TenantDirectory() {

            @Override
            public Optional<Tenant> byOrganisation(String organisation) {
                return List.of(ALPHA, BETA, GONE, NEW).stream().filter(tenant -> tenant.organisation().equals(organisation)).findFirst();
            }
        };
    }

    /** Accountants read invoices, viewers read customers. */
    static Roles roles() {
        return new Roles() {

            @Override
            public Set<Permission> permissions(Collection<String> roles) {
                return roles.contains("accountant") ? Set.of(Permission.INVOICE_READ)
                        : roles.contains("viewer") ? Set.of(Permission.CUSTOMER_READ) : Set.of();
            }
        };
    }

    static Notices notices() {
        Notices notices = new Notices();
        notices.settings = settings();
        return notices;
    }

    static Problems problems() {
        Problems problems = new Problems();
        problems.json = new Json();
        return problems;
    }

    static OidcSettings settings() {
        return new OidcSettings() {

            @Override
            public String baseUrl() {
                return "https://quittance.example";
            }

            @Override
            public Duration grace() {
                return Duration.ofMinutes(30);
            }
        };
    }

}
