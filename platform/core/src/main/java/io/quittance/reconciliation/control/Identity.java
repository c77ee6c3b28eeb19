package io.quittance.reconciliation.control;

import io.quittance.reconciliation.control.ReadStatement.ReadLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What makes a statement or a line the same one in an overlapping file: the bank's own reference where it gives one, else
 * all that the line says, and how many like it came before on that day, so that equal lines of one day survive.
 */
final class Identity {

    private Identity() {
    }

    static String of(ReadStatement statement) {
        return digest(String.join("|", statement.account(), statement.number(), statement.from().toString(), statement.to().toString(),
                statement.opening().toString(), statement.closing().toString()));
    }

    static List<String> ofLines(ReadStatement statement) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> identities = new ArrayList<>();
        for (ReadLine line : statement.lines()) {
            String said = line.bankReference().isEmpty() ? String.join("\n", line.texts()) : line.bankReference();
            String fingerprint = String.join("|", statement.account(), line.bookedOn().toString(), line.amount().toString(), said);
            int occurrence = seen.merge(fingerprint, 1, Integer::sum);
            identities.add(digest(fingerprint + "|" + occurrence));
        }
        return identities;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("every Java platform has SHA-256", defect);
        }
    }
}
