/** Pages and REST of what the business sells. */
package io.quittance.web.catalogue;
