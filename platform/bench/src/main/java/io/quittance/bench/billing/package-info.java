/** How fast does a billing run issue, beside the shortest program that writes the same rows? */
package io.quittance.bench.billing;
