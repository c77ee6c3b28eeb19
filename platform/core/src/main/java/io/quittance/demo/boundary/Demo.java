package io.quittance.demo.boundary;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.config.Configuration;
import io.quittance.demo.DemoBusiness;
import io.quittance.demo.DemoBusiness.DemoPerson;
import io.quittance.demo.control.DemoLogins;
import io.quittance.demo.control.DemoStory;
import io.quittance.signup.Colleague;
import io.quittance.signup.Person;
import io.quittance.signup.boundary.TenantSetup;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Makes the demo's businesses when the setting {@code quittance.demo} asks for it. No unit of work spans it: every step is
 * one of the product's own, and a load that was cut off goes on where it stopped.
 */
@ApplicationScoped
public class Demo {

    private static final Actor JOB = new Actor.Job("demo");
    private static final Set<String> YES = Set.of("on", "true", "yes");

    @Inject
    Configuration configuration;
    @Inject
    DemoLogins logins;
    @Inject
    TenantSetup setup;
    @Inject
    DemoStory story;

    public boolean isWanted() {
        return YES.contains(configuration.orDefault("quittance.demo", "off").toLowerCase(Locale.ROOT));
    }

    /** Says who will be able to sign in, before anything is loaded. */
    public void announce() {
        if (!logins.areWritten()) {
            logins.write(true);
        }
    }

    /**
     * Makes what is not there yet, and returns when all of it is.
     *
     * @throws RuntimeException when a step fails, such as while accounts cannot be made; call again to go on from there
     */
    public void load() {
        List<Tenant> tenants = DemoBusiness.ALL.stream().map(this::tenant).toList();
        List<CompletableFuture<Void>> stories = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            Tenant tenant = tenants.get(i);
            DemoBusiness business = DemoBusiness.ALL.get(i);
            Runnable work = () -> TenantScope.run(tenant, JOB, () -> story.tell(business));
            stories.add(CompletableFuture.runAsync(work, task -> thread(tenant, task)));
        }
        CompletableFuture.allOf(stories.toArray(CompletableFuture<?>[]::new)).join();
        logins.write(false);
    }

    /** The businesses know nothing of each other, so that two processors can work at once. */
    private static void thread(Tenant tenant, Runnable task) {
        Thread.ofPlatform().name("quittance-demo-" + tenant.slug()).daemon(true).start(task);
    }

    private Tenant tenant(DemoBusiness business) {
        DemoPerson owner = business.owner();
        TenantRequest request = new TenantRequest(business.slug(), business.name(), business.country(), business.currency(),
                business.zone(),
                business.language(), business.blueprint(), new SignUpDetails(owner.email(), owner.firstName(), owner.lastName()));
        List<Colleague> colleagues = business.people().stream().skip(1)
                .map(person -> new Colleague(new Person(person.email(), person.firstName(), person.lastName(), business.language()),
                        logins.password(), person.role()))
                .toList();
        return CurrentActor.run(JOB, () -> setup.create(request, logins.password(), colleagues));
    }
}
