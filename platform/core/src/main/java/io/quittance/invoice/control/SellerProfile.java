package io.quittance.invoice.control;

import io.quittance.config.Json;
import io.quittance.invoice.Seller;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the tenant names itself on its invoices; as it signed up until it says more. */
@ApplicationScoped
public class SellerProfile {

    private static final String SETTING = "invoice.seller";

    @Inject
    TenantSettings settings;
    @Inject
    CurrentTenant tenant;
    @Inject
    Json json;

    public Seller read() {
        Tenant current = tenant.get();
        return settings.find(SETTING).map(stored -> json.read(stored, Seller.class))
                .orElseGet(() -> Seller.named(current.name(), current.country()));
    }

    public void write(Seller seller) {
        settings.put(SETTING, json.write(seller));
    }
}
