/**
 * Who acts, and what they may do. Permissions are checked in one place, the interceptor behind every boundary, for UI,
 * REST and jobs alike; a boundary method that names no permission is refused to everybody.
 */
@Feature(name = "access", uses = {"config"})
package io.quittance.access;

import io.quittance.Feature;
