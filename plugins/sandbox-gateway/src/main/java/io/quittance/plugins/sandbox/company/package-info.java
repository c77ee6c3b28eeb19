/**
 * Sandbox Pay: a small payment company in one process, so that the whole way of a payment can be walked without a real
 * one. It keeps what it promised over a {@code kill -9}, and it misbehaves on request.
 *
 * <p>Shares no class with the plugin that talks to it: what they agree on is what goes over the wire.
 */
package io.quittance.plugins.sandbox.company;
