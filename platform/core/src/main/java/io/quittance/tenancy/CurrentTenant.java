package io.quittance.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The tenant bound at the door for the current call. */
@ApplicationScoped
public class CurrentTenant {

    static final ScopedValue<Tenant> BOUND = ScopedValue.newInstance();

    /** @throws NoTenantBound outside of every {@link TenantScope} */
    public Tenant get() {
        return find().orElseThrow(NoTenantBound::new);
    }

    public Optional<Tenant> find() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }
}
