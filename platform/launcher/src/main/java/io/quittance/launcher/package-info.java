/**
 * Starts what the product runs on, as child processes: MariaDB, Keycloak, Payara Micro, the development mailbox and the
 * sandbox gateway's company. {@code ./run} enters at {@code Launcher}; tests enter at
 * {@link io.quittance.launcher.EmbeddedDatabase} (a database only) or {@code Stack} (everything).
 *
 * <p>Nothing here knows the product: the launcher hands addresses and secrets over as system properties.
 */
package io.quittance.launcher;
