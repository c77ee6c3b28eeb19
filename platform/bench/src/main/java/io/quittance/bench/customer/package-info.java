/** Does a customer whom everybody pays at once, or one with years of history, slow payments down? */
package io.quittance.bench.customer;
