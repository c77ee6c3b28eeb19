package io.quittance.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./run}: starts the stack, or hands over to a subcommand. */
public final class Launcher {
    private static final int UNKNOWN_COMMAND = 2;

    private final ProjectFolder project;
    private final Map<String, String> environment;
    private final PrintStream out;

    Launcher(ProjectFolder project, Map<String, String> environment, PrintStream out) {
        this.project = project;
        this.environment = environment;
        this.out = out;
    }

    /** @param arguments nothing, {@code --reset}, {@code help}, or a subcommand with its own */
    public static void main(String[] arguments) {
        int code;
        try {
            code = new Launcher(ProjectFolder.find(), System.getenv(), System.out).run(List.of(arguments));
        } catch (LaunchFailure failure) {
            System.err.println("run: " + failure.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    int run(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (first) {
            case "" -> new StartCommand(project, folders(), environment, out).run(false);
            case "--reset" -> new StartCommand(project, folders(), environment, out).run(true);
            case "help", "--help", "-h" -> help();
            default -> subcommand(first, arguments);
        };
    }

    private int subcommand(String name, List<String> arguments) {
        Subcommands commands = Subcommands.of(project);
        if (!commands.knows(name)) {
            System.err.println("run: there is no subcommand \"" + name + "\"; `./run help` lists them");
            return UNKNOWN_COMMAND;
        }
        return commands.run(arguments, folders(), environment);
    }

    private int help() {
        out.println("""
                ./run             start everything and print where it is; Ctrl-C stops it
                ./run --reset     the same, but delete all data first
                ./run help        this""");
        Subcommands.of(project).help().forEach((name, text) -> out.printf("./run %-11s %s%n", name, text));
        out.println("""

                Environment: QUITTANCE_DATA (folder of the data, .run), QUITTANCE_CACHE (unpacked servers, ~/.cache/quittance),
                QUITTANCE_HTTP_PORT (8080), QUITTANCE_KEYCLOAK_PORT (8180), QUITTANCE_MAILBOX_PORT (8025), QUITTANCE_SMTP_PORT (1025),
                QUITTANCE_DB_PORT (13306), QUITTANCE_SANDBOX_PORT (8090), QUITTANCE_DEMO (off: no demo data);
                QUITTANCE_DB_URL, QUITTANCE_DB_USER, QUITTANCE_DB_PASSWORD (a MySQL or MariaDB of your own).""");
        return 0;
    }

    private StackFolders folders() {
        String named = environment.getOrDefault("QUITTANCE_DATA", "").strip();
        return new StackFolders(named.isEmpty() ? project.path(".run") : Path.of(named).toAbsolutePath());
    }
}
