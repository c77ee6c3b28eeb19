package io.quittance.invoice.control;

import io.quittance.tax.PriceMode;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the business's own prices leave out the tax or include it; they leave it out until it says more. */
@ApplicationScoped
public class PriceModeSetting {

    private static final String SETTING = "invoice.prices";

    @Inject
    TenantSettings settings;

    public PriceMode read() {
        return settings.find(SETTING).map(PriceMode::valueOf).orElse(PriceMode.NET);
    }

    public void write(PriceMode mode) {
        settings.put(SETTING, mode.name());
    }
}
