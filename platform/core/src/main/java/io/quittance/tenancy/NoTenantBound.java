package io.quittance.tenancy;

/** Tenant data was asked for where no tenant is bound. Fails closed: there is no default tenant. */
public final class NoTenantBound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoTenantBound() {
        super("no tenant is bound to this call; enter a TenantScope first");
    }
}
