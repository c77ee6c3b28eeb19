package io.quittance.spi;

import io.quittance.spi.settings.SettingsForm;

/** What every plugin is, whatever it can do: it has a name and needs settings. Since 1.3.0. */
public interface Extension {

    /** Lower-case letters, digits and hyphens; never changes, since what it does is filed under it. Equals the plugin's id. */
    String id();

    /** The name people know it by; brand names are not translated. */
    String name();

    /** What a tenant fills in before it can work for it. */
    SettingsForm settings();
}
