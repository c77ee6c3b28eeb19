package io.quittance.web.settings;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.invoice.boundary.InvoiceSettings;
import io.quittance.tax.PriceMode;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Whether the business's prices leave out the tax or include it. */
@Named("pricesForm")
@ViewScoped
public class PricesForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceSettings settings;
    @Inject
    transient Permissions permissions;
    @Inject
    transient Say say;

    private PriceMode mode;

    @PostConstruct
    void open() {
        mode = settings.prices();
    }

    public void save() {
        settings.changePrices(mode);
        say.done("prices.saved");
    }

    /** Whether this person may only look. */
    public boolean isFixed() {
        return !permissions.allowed(Permission.SETTINGS_WRITE);
    }

    public PriceMode getMode() {
        return mode;
    }

    public void setMode(PriceMode mode) {
        this.mode = mode;
    }
}
