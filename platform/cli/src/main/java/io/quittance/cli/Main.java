package io.quittance.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Dispatches to a subcommand: {@code Main <subcommand> [arguments]}. */
public final class Main {

    private static final int CANNOT = 2;

    private static final Map<String, Subcommand> SUBCOMMANDS = Map.of(
            "audit-books", new AuditBooks(),
            "bench", new Bench(),
            "parse-statement", new ParseStatement(),
            "simulate", new Simulate(),
            "verify-audit", new VerifyAudit());

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Subcommand subcommand = arguments.isEmpty() ? null : SUBCOMMANDS.get(arguments.getFirst());
        if (subcommand == null) {
            err.println("name one of " + SUBCOMMANDS.keySet().stream().sorted().toList());
            return CANNOT;
        }
        try {
            return subcommand.run(arguments.subList(1, arguments.size()), out, err);
        } catch (CannotRun reason) {
            Arrays.stream(reason.getMessage().split("\n")).findFirst().ifPresent(err::println);
            return CANNOT;
        }
    }
}
