/**
 * Plugins: which are installed on this platform, which a tenant has enabled and with what settings, and how core code
 * borrows one for a call.
 *
 * <p>Installed is platform-wide; enabled is per tenant, with settings sealed under that tenant's key, and needs no
 * restart. No unit of work is open while a plugin is called. How plugins are loaded, watched and stopped is hidden
 * behind {@link io.quittance.plugin.PluginRuntime}.
 */
@Feature(name = "plugin", uses = {"config", "retry", "access", "tenancy"})
package io.quittance.plugin;

import io.quittance.Feature;
