/** Which kind of connection pool serves a thousand tenants, each with a database account of its own? */
package io.quittance.bench.pools;
