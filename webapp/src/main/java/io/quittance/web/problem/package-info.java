/** How the REST API says no: problem+json (RFC 9457), every fault with its field, its value and the remedy. */
package io.quittance.web.problem;
