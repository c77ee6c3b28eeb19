/**
 * Holds a client against the document that a company publishes about its API.
 *
 * <p>{@link io.quittance.testkit.contract.ApiDocument} says what is wrong with a request,
 * {@link io.quittance.testkit.contract.ContractServer} plays the company: it refuses and remembers what the document does
 * not allow, answers as a test wants, and makes trouble on request; and {@link io.quittance.testkit.contract.Breaks} damages
 * a right request in every way that must be noticed, so that a blind validator is found out.
 */
package io.quittance.testkit.contract;
