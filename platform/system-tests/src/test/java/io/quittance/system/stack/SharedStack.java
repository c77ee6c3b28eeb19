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
            use(Stack.builder().testClient().build());
        }
        return stack;
    }

    /** Starts another in its place, for a test that needs a product of its own kind; what businesses were known is gone. */
    public static synchronized void use(Stack wanted) {
        if (stack != null) {
            stack.stop();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(wanted::stop));
        wanted.start();
        stack = wanted;
    }
}
