package io.quittance.launcher;

import io.quittance.launcher.process.Server;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person sees when everything is up: the application's address first. */
final class Announcement {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
    private static final long KIBIBYTES = 1024;

    private final Stack stack;
    private final StackFolders folders;
    private final Path logins;
    private final boolean demoWanted;
    private final PrintStream out;
    private boolean loginsShown;

    Announcement(Stack stack, StackFolders folders, boolean demoWanted, PrintStream out) {
        this.stack = stack;
        this.logins = folders.demoLogins();
        this.demoWanted = demoWanted;
        this.folders = folders;
        this.out = out;
    }

    void print(Duration total) {
        out.println();
        out.println("Quittance    " + stack.baseUrl());
        out.println("Sign-in      " + stack.keycloakUrl() + " (Keycloak)");
        out.println("Mailbox      " + stack.mailboxUrl());
        stack.sandboxUrl().ifPresent(url -> out.println("Sandbox Pay  " + url));
        out.println("Database     " + stack.databaseAccess().url());
        out.println();
        if (!printLogins() && demoWanted) {
            out.println("Demo data is being made; its logins will be shown here");
            out.println();
        }
        stack.times().parts().forEach((part, time) -> out.printf("%-16s %8s%n", part, StartTimes.text(time)));
        out.printf("%-16s %8s%n%n", "Total", StartTimes.text(total));
        long sum = memory(ProcessHandle.current().pid());
        out.printf("%-16s %5d MiB%n", "Launcher", sum);
        for (Server server : stack.servers()) {
            long memory = memory(server.pid());
            sum += memory;
            out.printf("%-16s %5d MiB%n", server.name(), memory);
        }
        out.printf("%-16s %5d MiB%n%n", "Memory in all", sum);
        out.println("Logs are in " + folders.root().resolve("logs") + ". Ctrl-C stops everything; the data stays.");
    }

    /** Shows the demo's logins once its loader has written them; answers whether it had. */
    boolean printLogins() {
        if (!loginsShown && Files.exists(logins)) {
            out.println("Demo logins");
            try (var lines = Files.lines(logins)) {
                lines.forEach(line -> out.println("  " + line));
            } catch (IOException e) {
                out.println("  see " + logins);
            }
            out.println();
            loginsShown = true;
        }
        return loginsShown;
    }

    /** Resident memory in MiB; 0 where the system does not tell. */
    private static long memory(long pid) {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / KIBIBYTES : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
