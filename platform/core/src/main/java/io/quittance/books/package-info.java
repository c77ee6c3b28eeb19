/**
 * Checks the books from outside: reads the tables with plain SQL and holds them to the promises of the product, on every
 * tenant. Shares no code with what writes them, so that a mistake there cannot hide here.
 */
@Feature(name = "books")
package io.quittance.books;

import io.quittance.Feature;
