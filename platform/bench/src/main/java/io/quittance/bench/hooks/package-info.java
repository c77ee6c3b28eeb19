/** How long does a gateway wait for the acknowledgement of its webhook, beside one durable row? */
package io.quittance.bench.hooks;
