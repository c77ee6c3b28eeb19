/** Keycloak: unpacked and optimised once into the cache, started on the database, its realm made from the realm file. */
package io.quittance.launcher.keycloak;
