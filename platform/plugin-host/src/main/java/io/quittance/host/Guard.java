package io.quittance.host;

import io.quittance.plugin.Loan;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands around one plugin: a bounded number of calls at once, each on a thread of the plugin's own and for a limited
 * time. A call holds its lease until it really has come back, also after its caller was told that time is up, so that a
 * plugin is never unloaded under a running call.
 */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration WAIT_FOR_LEASE = Duration.ofMillis(200);
    private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

    private final String plugin;
    private final int leasesMax;
    private final Duration limit;
    private final Breaker breaker;
    private final Semaphore leases;
    private final ThreadPoolExecutor threads;
    private volatile boolean closed;

    Guard(String plugin, ClassLoader loader, int leasesMax, Duration limit, Clock clock) {
        this.plugin = plugin;
        this.leasesMax = leasesMax;
        this.limit = limit;
        this.breaker = new Breaker(clock);
        // Fair, so that a stop, which needs all leases, is not overtaken for ever by calls, which need one.
        this.leases = new Semaphore(leasesMax, true);
        // Nothing of the caller's thread goes over: no inheritable thread locals, no class loader, no scoped values.
        this.threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(),
            work -> {
                Thread thread = Thread.ofPlatform().name("plugin-" + plugin).daemon().inheritInheritableThreadLocals(false).unstarted(work);
                thread.setContextClassLoader(loader);
                return thread;
            });
    }

    Breaker breaker() {
        return breaker;
    }

    boolean isClosed() {
        return closed;
    }

    <R> Loan<R> call(Callable<? extends R> work) {
        if (closed) {
            return new Loan.Unavailable<>(plugin + " is being stopped");
        }
        if (!breaker.lets()) {
            return new Loan.Unavailable<>(plugin + " is paused after failing repeatedly: " + breaker.lastFailure());
        }
        try {
            if (!leases.tryAcquire(WAIT_FOR_LEASE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Loan.Unavailable<>(plugin + " is busy with " + leasesMax + " calls");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Loan.Unavailable<>("the caller was stopped while waiting for " + plugin);
        }
        if (closed) {
            leases.release();
            return new Loan.Unavailable<>(plugin + " is being stopped");
        }
        return await(work);
    }

    private <R> Loan<R> await(Callable<? extends R> work) {
        FutureTask<R> task = new FutureTask<>(work::call);
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                leases.release();
            }
        });
        try {
            R value = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                return broken("it answered null");
            }
            breaker.worked();
            return new Loan.Returned<>(value);
        } catch (ExecutionException thrown) {
            LOG.warn("plugin {} threw", plugin, thrown.getCause());
            return broken("it threw " + thrown.getCause());
        } catch (TimeoutException late) {
            task.cancel(true);
            return broken("it did not come back within " + limit.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Loan.Broken<>("the caller was stopped while " + plugin + " worked");
        }
    }

    private <R> Loan<R> broken(String failure) {
        breaker.broke(failure);
        return new Loan.Broken<>(plugin + " failed: " + failure);
    }

    /** Takes no new call and waits for the others. False when some did not come back in time: then it is open again. */
    boolean close(Duration patience) {
        closed = true;
        try {
            if (leases.tryAcquire(leasesMax, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdown();
                // the threads' own stacks still hold the plugin's classes until they end
                threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        closed = false;
        return false;
    }
}
