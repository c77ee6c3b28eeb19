/**
 * Loads plugins and watches over them: archive and signature checks before any class is loaded, one class loader each
 * that sees the SPI and the JDK and nothing else of the platform, and every call on a thread of its own with a time
 * limit, a bulkhead and a circuit breaker.
 *
 * <p>That isolates classes, not behaviour: what runs in here is trusted, which is why only signed archives of known
 * publishers get in.
 */
package io.quittance.host;
