package io.quittance.system.stack;

import io.quittance.launcher.Stack;

/**
 * Everything the product runs on, as {@code ./run} starts it, once for all tests of this JVM: MariaDB, Keycloak, Payara
 * Micro with the built WAR and the built plugins, the mailbox and the sandbox company. Gone when the JVM ends.
 */
public final class SharedStack {

    private static Stack stack;

    private SharedStack() {
    }

    public static synchronized Stack get() {
        if (stack == null) {
            Stack starting = Stack.builder().testClient().build();
            Runtime.getRuntime().addShutdownHook(new Thread(starting::stop));
            starting.start();
            stack = starting;
        }
        return stack;
    }
}
