package io.quittance.cli;

import java.io.PrintStream;
import java.util.List;

/** One subcommand. */
interface Subcommand {

    /**
     * @param arguments without the subcommand's own name
     * @return exit code: 0 when all is well, 1 when something was found
     * @throws CannotRun when it cannot do its work
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
