package io.quittance.launcher.process;

/** One process of the stack, as tests and the launcher handle it. */
public interface Server {
    /** What runs it. */
    ChildProcess process();

    /** Starts it and waits until it is ready; also after {@link #stop} or {@link #kill}. */
    void start();

    /** What it is called in messages. */
    default String name() {
        return process().name();
    }

    /** Asks it to end and waits. Does nothing when it is not running. */
    default void stop() {
        process().stop();
    }

    /** {@code kill -9}. */
    default void kill() {
        process().kill();
    }

    /** Whether its process lives. */
    default boolean isAlive() {
        return process().isAlive();
    }

    /** Its process number. */
    default long pid() {
        return process().pid();
    }
}
