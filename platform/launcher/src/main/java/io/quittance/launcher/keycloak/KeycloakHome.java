package io.quittance.launcher.keycloak;

import io.quittance.launcher.CacheFolder;
import io.quittance.launcher.LaunchFailure;
import io.quittance.launcher.process.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak unpacked, with its optimised build done: half a minute of work, kept in the cache for every project and test. */
final class KeycloakHome {
    private static final Pattern ZIP = Pattern.compile("keycloak-quarkus-dist-(.+)\\.zip");
    private static final List<String> BUILD_OPTIONS = List.of("--db=mariadb", "--features-disabled=kerberos");

    private final Path folder;

    private KeycloakHome(Path folder) {
        this.folder = folder;
    }

    static KeycloakHome in(CacheFolder cache, Path zip) {
        Matcher name = ZIP.matcher(zip.getFileName().toString());
        if (!name.matches()) {
            throw new LaunchFailure("Not a distribution of Keycloak: " + zip);
        }
        String entry = "keycloak-" + name.group(1) + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode());
        return new KeycloakHome(cache.entry(entry, making -> {
            try (InputStream packed = Files.newInputStream(zip)) {
                Folders.unzip(packed, making, KeycloakHome::withoutTopFolder);
            }
            build(making);
        }));
    }

    private static String withoutTopFolder(String entry) {
        return entry.substring(entry.indexOf('/') + 1);
    }

    private static void build(Path home) throws IOException {
        Path log = home.resolve("build.log");
        var command = new ArrayList<>(java(home, "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        command.add("build");
        command.addAll(BUILD_OPTIONS);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            // 10 asks for a relaunch: the build itself is done then
            int code = process.waitFor();
            if (code != 0 && code != 10) {
                throw new LaunchFailure("Keycloak's optimised build failed: " + Files.readString(log).strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while building Keycloak", e);
        }
    }

    /** The command that starts it, up to Keycloak's own arguments. */
    List<String> command(String... jvmOptions) {
        return java(folder, jvmOptions);
    }

    /** What bin/kc.sh runs in the end; without that shell in between, so that a signal reaches the server. */
    private static List<String> java(Path home, String... jvmOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }
}
