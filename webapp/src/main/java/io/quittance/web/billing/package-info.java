/** Pages and REST of billing runs. */
package io.quittance.web.billing;
