/** Pages on which a business signs itself up. */
package io.quittance.web.signup;
