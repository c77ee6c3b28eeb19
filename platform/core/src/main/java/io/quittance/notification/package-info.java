/**
 * Messages to people. What is to be said is a row of the outbox, written in the unit of work that gave cause to it; a
 * worker sends it after the commit, again and again until it is accepted, withdrawn or given up visibly.
 */
@Feature(name = "notification", uses = {"config", "retry", "access", "tenancy", "audit", "live"})
package io.quittance.notification;

import io.quittance.Feature;
