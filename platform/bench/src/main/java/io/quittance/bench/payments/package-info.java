/** What does a payment cost through the product, beside a program that only writes the same rows? */
package io.quittance.bench.payments;
