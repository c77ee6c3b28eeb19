/** What all resources of the REST API share: reading and writing JSON, bounds, parameters and idempotency. */
package io.quittance.web.rest;
