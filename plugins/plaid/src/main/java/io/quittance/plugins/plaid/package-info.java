/** Plaid: accounts of banks in the US, Canada and Europe, read with their owner's consent. */
package io.quittance.plugins.plaid;
