/** Charging saved methods: what payers agreed to, for them and for our people. */
package io.quittance.web.autopay;
