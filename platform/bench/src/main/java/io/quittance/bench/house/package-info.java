/** The product's core outside of a server: its beans, a database server of its own, and tenants with many rows. */
package io.quittance.bench.house;
