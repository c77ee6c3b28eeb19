/** What tests of this product and of its plugins share: contracts to keep, and counterparts that misbehave on request. */
package io.quittance.testkit;
