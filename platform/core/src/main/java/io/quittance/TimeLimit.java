package io.quittance;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection that takes too long, however slowly the other side still sends: whatever waits for it fails then. */
public final class TimeLimit {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);

    private final Duration most;
    private final Closeable connection;
    private final Thread watch;
    private volatile boolean exceeded;

    private TimeLimit(Closeable connection, Duration most) {
        this.most = most;
        this.connection = connection;
        this.watch = Thread.ofVirtual().name("time-limit").unstarted(this::watch);
    }

    /** @param most from now on. @param connection closed when the time is over before the limit is lifted */
    public static TimeLimit on(Closeable connection, Duration most) {
        TimeLimit limit = new TimeLimit(connection, most);
        limit.watch.start();
        return limit;
    }

    public boolean isExceeded() {
        return exceeded;
    }

    /** It was in time. */
    public void lift() {
        watch.interrupt();
    }

    private void watch() {
        try {
            Thread.sleep(most);
            exceeded = true;
            connection.close();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.debug("a connection that took too long was gone already", gone);
        }
    }
}
