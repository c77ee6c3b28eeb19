/**
 * SAP Business One through its Service Layer: sales orders come in, and what became of them is written into fields of the order.
 * README.md says against what it is tested.
 */
package io.quittance.plugins.b1;
