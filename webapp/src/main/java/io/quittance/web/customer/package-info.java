/** Pages of customers. */
package io.quittance.web.customer;
