package io.quittance.launcher;

import io.quittance.launcher.process.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the parts of a stack listen, all on this machine.
 *
 * @param http     the application
 * @param keycloak sign-in
 * @param mailbox  the mailbox's page
 * @param smtp     where mail is sent
 * @param database MariaDB
 * @param sandbox  the sandbox gateway's company
 */
public record StackPorts(int http, int keycloak, int mailbox, int smtp, int database, int sandbox) {
    private static final int HTTP = 8080;
    private static final int KEYCLOAK = 8180;
    private static final int MAILBOX = 8025;
    private static final int SMTP = 1025;
    private static final int DATABASE = 13306;
    private static final int SANDBOX = 8090;

    /** Free ones, chosen by the system. */
    public static StackPorts free() {
        return new StackPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** The customary ones, each replaceable by its environment variable. */
    public static StackPorts of(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "QUITTANCE_HTTP_PORT", HTTP),
                port(environment, "QUITTANCE_KEYCLOAK_PORT", KEYCLOAK),
                port(environment, "QUITTANCE_MAILBOX_PORT", MAILBOX),
                port(environment, "QUITTANCE_SMTP_PORT", SMTP),
                port(environment, "QUITTANCE_DB_PORT", DATABASE),
                port(environment, "QUITTANCE_SANDBOX_PORT", SANDBOX));
    }

    private static int port(Map<String, String> environment, String variable, int customary) {
        String given = environment.getOrDefault(variable, "").strip();
        if (given.isEmpty()) {
            return customary;
        }
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 65_535) {
            throw new LaunchFailure(variable + " is \"" + given + "\": it must be a port between 1 and 65535");
        }
        return Integer.parseInt(given);
    }

    /** Fails with one clear line when somebody else listens on one of them. */
    void mustBeFree() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("QUITTANCE_HTTP_PORT", http);
        wanted.put("QUITTANCE_KEYCLOAK_PORT", keycloak);
        wanted.put("QUITTANCE_MAILBOX_PORT", mailbox);
        wanted.put("QUITTANCE_SMTP_PORT", smtp);
        wanted.put("QUITTANCE_DB_PORT", database);
        wanted.put("QUITTANCE_SANDBOX_PORT", sandbox);
        wanted.forEach((variable, port) -> {
            if (!Ports.isFree(port)) {
                throw new LaunchFailure("Port " + port + " is taken: stop what listens there (`ss -ltnp 'sport = :" + port
                        + "'` names it), or choose another with " + variable + "=...");
            }
        });
    }
}
