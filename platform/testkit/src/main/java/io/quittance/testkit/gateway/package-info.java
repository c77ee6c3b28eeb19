/**
 * The contract of a payment gateway as a test suite. A gateway's tests extend
 * {@link io.quittance.testkit.gateway.GatewayContract} and add what is special to their company.
 */
package io.quittance.testkit.gateway;
