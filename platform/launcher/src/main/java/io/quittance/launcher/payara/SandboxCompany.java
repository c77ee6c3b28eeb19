package io.quittance.launcher.payara;

import io.quittance.launcher.process.ChildProcess;
import io.quittance.launcher.process.Ports;
import io.quittance.launcher.process.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The make-believe payment company that the sandbox gateway talks to: its checkout page, its payouts, its webhooks. */
public final class SandboxCompany implements Server {
    private static final String MAIN = "io.quittance.plugins.sandbox.company.SandboxCompany";
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final ChildProcess process;
    private final int port;

    private SandboxCompany(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Prepares it.
     *
     * @param jar    the plugin's jar, which carries the company's program
     * @param folder what it knows: charges, webhooks yet to be sent
     */
    public static SandboxCompany at(Path jar, Path folder, int port, Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", jar.toString(), MAIN,
                "--port", Integer.toString(port),
                "--data", folder.resolve("data").toString());
        return new SandboxCompany(
                new ChildProcess("Sandbox company", command, Map.of(), log, folder.resolve("company.pid"), STOP), port);
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        process.start();
        process.awaitReady(() -> Ports.answers(port), START);
    }

    /** Where browsers and the plugin reach it. */
    public String url() {
        return "http://localhost:" + port;
    }
}
