/**
 * The door: every request comes through here once, and leaves with an actor and, where its credentials name one, a tenant
 * bound for as long as it is served. What no rule of {@link io.quittance.web.door.Gate} opens to the public needs a session.
 */
package io.quittance.web.door;
