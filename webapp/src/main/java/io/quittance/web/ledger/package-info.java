/** The books: balances at two times, an account's lines, and the periods that are shut. */
package io.quittance.web.ledger;
