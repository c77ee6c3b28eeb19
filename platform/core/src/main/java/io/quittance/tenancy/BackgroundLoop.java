package io.quittance.tenancy;

/** Work that never ends, for whoever has a thread to give. Implemented as CDI beans; any node may run it, any number of times. */
public interface BackgroundLoop {

    /** Names its thread, such as {@code inbox}. */
    String name();

    /** Works until the calling thread is interrupted; outlives a database that is gone for a while. */
    void runUntilInterrupted();
}
