/** Interest and fixed sums for late payment: the policy, what an invoice bears, and waivers. */
package io.quittance.web.interest;
