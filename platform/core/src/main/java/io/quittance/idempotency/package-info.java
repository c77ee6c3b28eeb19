/**
 * A change asked for twice happens once. The caller names its intention by a key; the key, the request and the answer
 * commit together with the change itself, so a repetition gets the first answer and never a second change. What was
 * refused has changed nothing, keeps no key and may be tried again.
 */
@Feature(name = "idempotency", uses = {"access", "tenancy"})
package io.quittance.idempotency;

import io.quittance.Feature;
