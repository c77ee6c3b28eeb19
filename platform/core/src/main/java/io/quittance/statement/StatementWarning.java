package io.quittance.statement;

import io.quittance.Fault;

/**
 * Something about a file that a person should know.
 *
 * @param statement its place in the file, the first is 1; 0 when it concerns the whole file
 * @param blocks    whatever it concerns must not be imported
 */
public record StatementWarning(int statement, Fault fault, boolean blocks) {
}
