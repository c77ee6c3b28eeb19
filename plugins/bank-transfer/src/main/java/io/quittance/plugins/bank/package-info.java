/**
 * The tenant's own bank: tells payers where to transfer, and writes the files by which the bank collects and transfers. Talks to
 * nobody; README.md says against what it is tested.
 */
package io.quittance.plugins.bank;
