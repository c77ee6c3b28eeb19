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

    /** Starts another than the usual one; before anybody asked for it. */
    public static synchronized void use(Stack wanted) {
        if (stack != null) {
            throw new IllegalStateException("the stack of this JVM runs already");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(wanted::stop));
        wanted.start();
        stack = wanted;
    }
}
