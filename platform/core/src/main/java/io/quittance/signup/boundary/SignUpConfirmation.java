package io.quittance.signup.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.signup.ConfirmOutcome;
import io.quittance.signup.LinkOutcome;
import io.quittance.signup.People;
import io.quittance.signup.PeopleUnavailable;
import io.quittance.signup.Person;
import io.quittance.signup.PersonOutcome;
import io.quittance.signup.SignUpForm;
import io.quittance.signup.SignUpProgress;
import io.quittance.signup.control.FormCheck;
import io.quittance.signup.control.ProvisioningBell;
import io.quittance.signup.control.SecretLinks;
import io.quittance.signup.control.Slugs;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.Provisioning;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the link in the mail opens: the account is made, the tenant entered, and its provisioning begun in the background.
 * Not one unit of work but several in a row, because the account lives in another service; each step can be done again.
 * Nobody is asked for a permission here beyond holding the link or the progress key, both of them secrets.
 */
@ApplicationScoped
public class SignUpConfirmation {

    private static final Logger LOG = LoggerFactory.getLogger(SignUpConfirmation.class);
    private static final Actor JOB = new Actor.Job("sign-up");
    private static final Duration KEEP_UNCONFIRMED = Duration.ofDays(7);

    @Inject
    SignUpRequests requests;

    @Inject
    People people;

    @Inject
    FormCheck check;

    @Inject
    Slugs slugs;

    @Inject
    SecretLinks links;

    @Inject
    TenantDirectory directory;

    @Inject
    Provisioning provisioning;

    @Inject
    ProvisioningBell bell;

    /** Looks a link up without using it. */
    public LinkOutcome look(String token) {
        Optional<SignUpForm> form = requests.open(token);
        if (form.isEmpty()) {
            return new LinkOutcome.Closed();
        }
        try {
            boolean known = people.isKnown(form.get().email());
            return new LinkOutcome.Open(form.get().business(), form.get().slug(), form.get().email(), !known);
        } catch (PeopleUnavailable away) {
            LOG.warn("a sign-up has to wait: {}", away.getMessage());
            return new LinkOutcome.Away();
        }
    }

    /**
     * @param slug     as confirmed or changed by the person
     * @param password of the new account, passed through and never kept; ignored when the person has an account
     */
    public ConfirmOutcome confirm(String token, String slug, String password) {
        Optional<SignUpForm> form = requests.open(token);
        if (form.isEmpty()) {
            return new ConfirmOutcome.Closed();
        }
        if (!check.isSlug(slug)) {
            return new ConfirmOutcome.SlugInvalid();
        }
        if (slugs.isTaken(slug)) {
            return new ConfirmOutcome.SlugTaken(slugs.suggest(slug));
        }
        try {
            return switch (people.ensurePerson(owner(form.get()), password)) {
                case PersonOutcome.Ready ready -> enter(token, slug);
                case PersonOutcome.PasswordRefused(String reason) -> new ConfirmOutcome.PasswordRefused(reason);
            };
        } catch (PeopleUnavailable away) {
            LOG.warn("a sign-up has to wait: {}", away.getMessage());
            return new ConfirmOutcome.Away();
        }
    }

    /** How far the business is set up; empty when the key is unknown. */
    public Optional<SignUpProgress> progress(String progressKey) {
        return requests.tenant(progressKey).flatMap(directory::find)
                .map(tenant -> new SignUpProgress(tenant.name(), tenant.slug(), tenant.status(), provisioning.progress(tenant.id())));
    }

    /** Tries a failed step again now instead of later. */
    public void retry(String progressKey) {
        requests.tenant(progressKey).ifPresent(this::resume);
    }

    /** Takes up whatever a crash left half-made, and forgets requests that nobody confirmed. Called when a server starts. */
    public void resumeAll() {
        directory.all().stream().filter(tenant -> tenant.status() == TenantStatus.PROVISIONING).map(Tenant::id).forEach(this::resume);
        int forgotten = CurrentActor.run(JOB, () -> requests.forget(KEEP_UNCONFIRMED));
        LOG.debug("{} unconfirmed sign-ups forgotten", forgotten);
    }

    private ConfirmOutcome enter(String token, String slug) {
        String progressKey = links.fresh();
        Optional<Tenant> entered;
        try {
            entered = requests.confirm(token, slug, progressKey);
        } catch (PersistenceException raced) {
            if (!slugs.isTaken(slug)) {
                throw raced;
            }
            entered = Optional.empty();
        }
        if (entered.isPresent()) {
            resume(entered.get().id());
            return new ConfirmOutcome.Confirmed(progressKey, slug);
        }
        return requests.open(token).isPresent() ? new ConfirmOutcome.SlugTaken(slugs.suggest(slug)) : new ConfirmOutcome.Closed();
    }

    private void resume(TenantId tenant) {
        bell.ring(directory.require(tenant));
    }

    private static Person owner(SignUpForm form) {
        return new Person(form.email(), form.firstName(), form.lastName(), Locale.forLanguageTag(form.language()));
    }
}
