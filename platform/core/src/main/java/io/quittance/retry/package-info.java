/**
 * How the house tries again: exponential waits with full jitter up to a cap, so that those who failed together do not come
 * back together, and a budget for each target, so that trying again never becomes the load that keeps it down. Whatever is
 * tried again asks here, be it mail, webhooks in and out, visits to banks, systems and mailboxes, doubts, bells or gateways' own
 * "later".
 *
 * <p>Not meant are loops that repeat a statement because another transaction was quicker: they call nobody.
 *
 * @see <a href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Full jitter</a>
 * @see <a href="https://sre.google/sre-book/handling-overload/">Retry budgets: Site Reliability Engineering, chapter 21</a>
 */
@Feature(name = "retry", uses = {"config"}, exposes = {})
package io.quittance.retry;

import io.quittance.Feature;
