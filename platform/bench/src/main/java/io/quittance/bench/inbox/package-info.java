/** What does a gateway's delivery cost when it is applied in a group, beside one transaction for each? */
package io.quittance.bench.inbox;
