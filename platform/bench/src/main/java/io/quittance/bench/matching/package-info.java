/** How fast lines of bank statements find what they pay, and are booked. */
package io.quittance.bench.matching;
