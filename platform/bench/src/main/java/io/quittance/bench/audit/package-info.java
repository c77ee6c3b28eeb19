/** What does it cost a posting that its audit event is noted, hashed, put into the tree and signed? */
package io.quittance.bench.audit;
