package io.quittance.launcher.process;

/** One process of the stack, as tests and the launcher handle it. */
public interface Server {
    /** What it is called in messages. */
    String name();

    /** Starts it and waits until it is ready; also after {@link #stop} or {@link #kill}. */
    void start();

    /** Asks it to end and waits. Does nothing when it is not running. */
    void stop();

    /** {@code kill -9}. */
    void kill();

    /** Whether its process lives. */
    boolean isAlive();

    /** Its process number. */
    long pid();
}
