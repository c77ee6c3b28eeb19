/** Invoices printed as PDF/A-3, beside the plain way of the library that lays them out. */
package io.quittance.bench.pdf;
