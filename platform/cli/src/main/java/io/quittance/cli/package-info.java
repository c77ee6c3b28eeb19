/**
 * The subcommands of {@code ./run} that need no server. Each prints JSON or a table on standard output, one line per
 * failure on standard error, and exits with 0 when all is well, 1 when it found something, 2 when it could not do its work.
 */
package io.quittance.cli;
