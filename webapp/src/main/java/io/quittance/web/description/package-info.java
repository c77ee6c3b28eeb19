/**
 * The API's description in OpenAPI, made from the resources themselves when the archive is built, so that none can be
 * forgotten. The server's own scanner gives up on bean parameters and knows nothing of records or of our problems.
 */
package io.quittance.web.description;
