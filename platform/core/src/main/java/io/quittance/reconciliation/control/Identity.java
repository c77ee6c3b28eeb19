package io.quittance.reconciliation.control;

import io.quittance.Sha256;
import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes a statement or a line the same one in an overlapping file: the bank's own reference where it gives one, else
 * all that the line says, and how many like it came before on that day, so that equal lines of one day survive.
 */
final class Identity {

    /** How often each fingerprint was seen in the statements of one file: they do not overlap each other. */
    private final Map<String, Integer> seen = new HashMap<>();

    static String of(ReadStatement statement) {
        String start = String.join("|", statement.account(), statement.number(), statement.from().toString(), statement.to().toString());
        if (statement.opening().isPresent() && statement.closing().isPresent()) {
            return digest(start + "|" + statement.opening().get() + "|" + statement.closing().get());
        }
        return digest(start + statement.lines().stream().map(line -> "|" + fingerprint(statement, line)).collect(Collectors.joining()));
    }

    List<String> ofLines(ReadStatement statement) {
        List<String> identities = new ArrayList<>();
        for (ReadLine line : statement.lines()) {
            String fingerprint = fingerprint(statement, line);
            identities.add(digest(fingerprint + "|" + seen.merge(fingerprint, 1, Integer::sum)));
        }
        return identities;
    }

    /** The identity that the line gets when that many like it are there already. */
    static String ofLine(ReadStatement statement, ReadLine line, int occurrence) {
        return digest(fingerprint(statement, line) + "|" + occurrence);
    }

    static String fingerprint(ReadStatement statement, ReadLine line) {
        return String.join("|", statement.account(), line.bookedOn().toString(), line.amount().toString(), line.said())
                + (line.pending() ? "|pending" : "");
    }

    static String digest(String text) {
        return Sha256.hex(text);
    }
}
