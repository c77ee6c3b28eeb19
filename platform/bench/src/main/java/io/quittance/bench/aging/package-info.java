/** How much faster is the aging of claims from kept sums than from every claim, and is it the same to the cent? */
package io.quittance.bench.aging;
