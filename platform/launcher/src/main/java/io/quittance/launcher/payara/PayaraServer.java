package io.quittance.launcher.payara;

import io.quittance.launcher.LaunchFailure;
import io.quittance.launcher.process.ChildProcess;
import io.quittance.launcher.process.Folders;
import io.quittance.launcher.process.HttpProbe;
import io.quittance.launcher.process.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One Payara Micro with the application at {@code /}. */
public final class PayaraServer implements Server {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final List<String> FAILURES = List.of("Failed to deploy", "Deployment failed", "was not deployed", "Error deploying",
            "CDI deployment failure", "Exception while loading the app");

    private static final String LOOPBACK_ONLY = "set configs.config.server-config.network-config.network-listeners."
            + "network-listener.http-listener.address=127.0.0.1\n";

    private final ChildProcess process;
    private final Path root;
    private final int port;
    private long logBefore;

    private PayaraServer(ChildProcess process, Path root, int port) {
        this.process = process;
        this.root = root;
        this.port = port;
    }

    /**
     * Prepares a server.
     *
     * @param folder        its own: unpacked runtime, options, pid file
     * @param war           the application
     * @param configuration system properties for the application
     * @param heap          most heap, such as {@code 768m}
     */
    public static PayaraServer at(
            Path folder, Path microJar, Path war, int port, Map<String, String> configuration, String heap, Path log) {
        Path root = folder.resolve("root");
        Path temporary = folder.resolve("tmp");
        Path options = folder.resolve("options");
        var lines = new ArrayList<>(List.of(
                "-Xms192m", "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=384m", "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true"));
        Map<String, String> properties = new TreeMap<>(configuration);
        properties.put("java.io.tmpdir", temporary.toString());
        properties.put("file.encoding", "UTF-8");
        properties.forEach((name, value) -> lines.add(quoted("-D" + name + "=" + value)));
        // a file, not the command line: the options hold secrets, and command lines can be read by everybody on the machine
        Folders.writePrivately(options, String.join("\n", lines) + "\n");
        Path preboot = folder.resolve("preboot");
        Folders.writePrivately(preboot, LOOPBACK_ONLY);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + options,
                "-jar", microJar.toString(),
                "--rootDir", root.toString(),
                "--nohazelcast", // its data grid would listen on all addresses, even alone
                "--disablePhoneHome",
                "--prebootcommandfile", preboot.toString(),
                "--port", Integer.toString(port),
                "--contextRoot", "/",
                "--deploy", war.toString());
        return new PayaraServer(
                new ChildProcess("Payara", command, Map.of(), log, folder.resolve("payara.pid"), STOP), root, port);
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        try {
            Folders.delete(root.resolve("applications")); // what an earlier deployment, perhaps killed, left behind
            Folders.delete(root.resolveSibling("tmp"));
            Files.createDirectories(root.resolveSibling("tmp"));
            logBefore = Files.exists(process.log()) ? Files.size(process.log()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.start();
        process.awaitReady(this::deployed, START);
    }

    private boolean deployed() {
        String log = logSinceStart();
        for (String failure : FAILURES) {
            if (log.contains(failure)) {
                process.stop();
                throw new LaunchFailure("The application could not be deployed: the reason stands in " + process.log());
            }
        }
        return log.contains("Payara Micro") && log.contains("ready in") && HttpProbe.status(url() + "/health/ready") == 200;
    }

    private String logSinceStart() {
        try (var in = Files.newInputStream(process.log())) {
            in.skipNBytes(logBefore);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Where browsers reach the application. */
    public String url() {
        return "http://localhost:" + port;
    }
}
