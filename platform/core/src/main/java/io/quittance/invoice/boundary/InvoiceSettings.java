package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.Seller;
import io.quittance.invoice.control.InvoiceNumbers;
import io.quittance.invoice.control.PriceModeSetting;
import io.quittance.invoice.control.SellerProfile;
import io.quittance.invoice.control.SellerRules;
import io.quittance.invoice.entity.NumberPattern;
import io.quittance.tenancy.Boundary;
import io.quittance.tax.PriceMode;
import jakarta.inject.Inject;
import java.util.List;

/** How the tenant's invoices name it and count themselves. Changes concern invoices issued from then on. */
@Boundary
public class InvoiceSettings {

    private static final String SUBJECT = "invoice-settings";

    @Inject
    SellerProfile seller;
    @Inject
    InvoiceNumbers numbers;
    @Inject
    PriceModeSetting prices;
    @Inject
    AuditTrail audit;

    @Requires({Permission.SETTINGS_READ, Permission.INVOICE_READ})
    public Seller seller() {
        return seller.read();
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> changeSeller(Seller changed) {
        List<Fault> faults = SellerRules.check(changed);
        if (faults.isEmpty()) {
            audit.record("changed", SUBJECT, 0, seller.read(), changed);
            seller.write(changed);
        }
        return faults;
    }

    /** Such as <code>INV-{yyyy}-{seq:5}</code>. */
    @Requires(Permission.SETTINGS_READ)
    public String numberPattern() {
        return numbers.pattern(InvoiceNumbers.INVOICES).map(NumberPattern::text).orElse("");
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> changeNumberPattern(String pattern) {
        if (!NumberPattern.isPattern(pattern)) {
            return List.of(Fault.of("numberPattern", pattern, "number.pattern"));
        }
        audit.record("changed", SUBJECT, 0, numberPattern(), pattern);
        numbers.set(InvoiceNumbers.INVOICES, new NumberPattern(pattern));
        return List.of();
    }

    /** Whether prices leave out the tax or include it where neither the customer nor the document says so. */
    @Requires({Permission.SETTINGS_READ, Permission.INVOICE_READ})
    public PriceMode prices() {
        return prices.read();
    }

    @Requires(Permission.SETTINGS_WRITE)
    public void changePrices(PriceMode mode) {
        PriceMode before = prices.read();
        if (before != mode) {
            audit.record("changed", SUBJECT, 0, before, mode);
            prices.write(mode);
        }
    }
}
