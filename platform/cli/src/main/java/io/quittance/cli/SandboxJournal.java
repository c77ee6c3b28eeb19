package io.quittance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.books.ChargeLog;
import io.quittance.spi.money.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The sandbox company's journal: one fact a line, {@code Payment {…}}; the last one of a payment counts, a torn last line does not. */
final class SandboxJournal {

    private static final String GATEWAY = "sandbox-gateway";
    private static final String KIND = "Payment ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SandboxJournal() {
    }

    static ChargeLog read(Path file) {
        Map<String, Money> captures = new HashMap<>();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            text.substring(0, text.lastIndexOf('\n') + 1).lines()
                    .filter(line -> line.startsWith(KIND))
                    .map(line -> parse(file, line.substring(KIND.length())))
                    .filter(payment -> "captured".equals(payment.path("state").asText()))
                    .forEach(payment -> captures.put(payment.path("id").asText(),
                            Money.ofMinor(payment.path("amount").asLong(), payment.path("currency").asText())));
        } catch (IOException unreadable) {
            throw new CannotRun("the journal " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return new ChargeLog(GATEWAY, captures);
    }

    private static JsonNode parse(Path file, String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new CannotRun(file + " is not the journal of a sandbox company", broken);
        }
    }
}
