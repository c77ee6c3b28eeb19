package io.quittance.testing;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.launcher.EmbeddedDatabase;
import io.quittance.tenancy.ProvisioningOutcome;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.boundary.Provisioning;
import io.quittance.tenancy.boundary.TenantRegister;
import io.quittance.tenancy.control.DoorbellWorker;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * All beans of the core in Weld SE against a real database server: one container and one server for all tests of a JVM.
 * Tests keep apart by making tenants of their own.
 */
public final class CoreContainer {

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static CoreContainer shared;

    private final SeContainer beans;

    private CoreContainer() {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        System.setProperty("quittance.db.url", database.jdbcUrlBase());
        System.setProperty("quittance.db.user", database.adminUser());
        System.setProperty("quittance.db.password", database.adminPassword());
        // Short, and new for every JVM: an external server keeps what earlier runs left.
        System.setProperty("quittance.db.prefix", "it" + Long.toString(System.nanoTime() % 100_000_000, Character.MAX_RADIX));
        System.setProperty("quittance.root.key.file", newRootKey().toString());
        System.setProperty("quittance.base.url", "http://localhost:8080");
        beans = SeContainerInitializer.newInstance().initialize();
    }

    public static synchronized CoreContainer shared() {
        if (shared == null) {
            shared = new CoreContainer();
        }
        return shared;
    }

    /** The bean of that type. */
    public <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    /** Fires a CDI event as the server would. */
    public void fire(Object event) {
        beans.getBeanManager().getEvent().fire(event);
    }

    /** The clock that all beans use; it stands still only when told to. */
    public MovableClock clock() {
        return get(MovableClock.class);
    }

    public Tenant newTenant() {
        return newTenant("t" + TENANTS.incrementAndGet() + Long.toString(System.nanoTime(), Character.MAX_RADIX));
    }

    /** A German wholesaler in Berlin that invoices in euro. */
    public Tenant newTenant(String slug) {
        return newTenant(new TenantRequest(slug, "Tenant " + slug, "DE", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH, "wholesaler", new SignUpDetails(slug + "@example.com", "Olga", "Owner")));
    }

    /** Enters and provisions a tenant by the product's own steps. */
    public Tenant newTenant(TenantRequest request) {
        Tenant entered = CurrentActor.run(new Actor.Job("test"), () -> get(TenantRegister.class).enter(request).orElseThrow());
        return switch (get(Provisioning.class).advance(entered.id())) {
            case ProvisioningOutcome.Active(Tenant tenant) -> tenant;
            case ProvisioningOutcome.Halted halted -> throw new AssertionError("provisioning halted: " + halted);
        };
    }

    /** Runs work as a job of the tenant, with every permission. */
    public <T> T in(Tenant tenant, Supplier<T> work) {
        return TenantScope.call(tenant, new Actor.Job("test"), work::get);
    }

    public void run(Tenant tenant, Runnable work) {
        TenantScope.run(tenant, new Actor.Job("test"), work);
    }

    /** Answers the bells that are due until none is. */
    public void answerBells() {
        DoorbellWorker worker = get(DoorbellWorker.class);
        while (worker.answerDue() > 0) {
            Thread.onSpinWait();
        }
    }

    private static Path newRootKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Path file = Files.createTempFile("quittance-root", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
