package io.quittance.signup.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.config.Configuration;
import io.quittance.notification.PlatformMessage;
import io.quittance.notification.boundary.PlatformMail;
import io.quittance.signup.SignUpForm;
import io.quittance.signup.SignUpOutcome;
import io.quittance.signup.control.FormCheck;
import io.quittance.signup.control.RateLimit;
import io.quittance.signup.control.SecretLinks;
import io.quittance.signup.control.SignUpRows;
import io.quittance.signup.control.Slugs;
import io.quittance.signup.entity.SignUpRecord;
import io.quittance.tenancy.PlatformBoundary;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.tenancy.boundary.TenantRegister;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Requests to sign a business up, from the form to the confirmed tenant. */
@PlatformBoundary
public class SignUpRequests {

    private static final Duration LINK_LIFE = Duration.ofHours(24);

    @Inject
    FormCheck check;

    @Inject
    RateLimit limit;

    @Inject
    Slugs slugs;

    @Inject
    SignUpRows rows;

    @Inject
    SecretLinks links;

    @Inject
    TenantRegister register;

    @Inject
    PlatformMail mail;

    @Inject
    TimeOrderedIds ids;

    @Inject
    Configuration configuration;

    @Inject
    Clock clock;

    /** A short name made from a business's name, free at the moment. */
    @Requires(Permission.SIGN_UP)
    public String suggestSlug(String business) {
        return slugs.suggest(business);
    }

    /**
     * Takes a request in and sends a link to the mailbox named in it. Says the same whether the mailbox is known or not.
     *
     * @param address network address of the visitor, to limit how often one may ask
     */
    @Requires(Permission.SIGN_UP)
    public SignUpOutcome request(SignUpForm form, String address) {
        List<Fault> faults = check.faults(form);
        if (!faults.isEmpty()) {
            return new SignUpOutcome.Invalid(faults);
        }
        String email = form.email().strip().toLowerCase(Locale.ROOT);
        Optional<Duration> wait = limit.wait(address, email);
        if (wait.isPresent()) {
            return new SignUpOutcome.TooMany(wait.get());
        }
        if (slugs.isTaken(form.slug())) {
            return new SignUpOutcome.SlugTaken(slugs.suggest(form.slug()));
        }
        Instant now = clock.instant();
        Instant expires = now.plus(LINK_LIFE);
        String token = links.fresh();
        long id = ids.next();
        rows.add(new SignUpRecord(id, form, email, address, links.hash(token), now, expires));
        mail.send(new PlatformMessage(email, Locale.forLanguageTag(form.language()), "sign-up-verification",
                Map.of("name", form.firstName(), "business", form.business(),
                        "link", configuration.baseUrl() + "/signup/confirm?token=" + token,
                        "hours", String.valueOf(LINK_LIFE.toHours())),
                "sign-up:" + id));
        return new SignUpOutcome.Accepted(expires);
    }

    /** The request a link belongs to, while it can be confirmed. */
    @Requires(Permission.SIGN_UP)
    public Optional<SignUpForm> open(String token) {
        return rows.open(links.hash(token), clock.instant()).map(SignUpRecord::form);
    }

    /**
     * Uses the link up and enters the tenant.
     *
     * @param slug the short name, which may differ from the one asked for first
     * @return the tenant, or empty when the link is no longer open or the name is taken; nothing has changed then
     */
    @Requires(Permission.SIGN_UP)
    public Optional<Tenant> confirm(String token, String slug, String progressKey) {
        Optional<SignUpRecord> found = rows.open(links.hash(token), clock.instant());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SignUpForm form = found.get().form();
        Optional<Tenant> tenant = register.enter(new TenantRequest(slug, form.business(), form.country(),
                Currency.getInstance(form.currency()), ZoneId.of(form.zone()), Locale.forLanguageTag(form.language()),
                form.blueprint(), new SignUpDetails(form.email(), form.firstName(), form.lastName())));
        tenant.ifPresent(entered -> found.get().confirmed(entered.id(), links.hash(progressKey), clock.instant()));
        return tenant;
    }

    /** The tenant that a confirmed request became. */
    @Requires(Permission.SIGN_UP)
    public Optional<TenantId> tenant(String progressKey) {
        return rows.confirmed(links.hash(progressKey)).map(SignUpRecord::tenant);
    }

    /** Did this tenant sign itself up? Others are set up by program. */
    @Requires(Permission.PLATFORM_MANAGE)
    public boolean isSignedUp(TenantId tenant) {
        return rows.became(tenant.value());
    }

    /** Forgets requests that nobody confirmed. */
    @Requires(Permission.PLATFORM_MANAGE)
    public int forget(Duration olderThan) {
        return rows.forget(clock.instant().minus(olderThan));
    }
}
