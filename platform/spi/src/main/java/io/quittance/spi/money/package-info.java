/** Exact money. The only money type of the product and of its plugins. */
package io.quittance.spi.money;
