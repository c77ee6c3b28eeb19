package io.quittance.spi.gateway;

import io.quittance.spi.Extension;
import io.quittance.spi.settings.SettingsForm;

/** A company that moves money for our tenants, as the product sees it. Its capabilities are further interfaces. */
public interface PaymentGateway extends Extension {

    /** Lower-case letters, digits and hyphens; never changes, since payments are filed under it. Equals the plugin's id. */
    @Override
    String id();

    /** The name people know it by; brand names are not translated. */
    @Override
    String name();

    /** What a tenant fills in before the gateway can work for it. */
    @Override
    SettingsForm settings();
}
