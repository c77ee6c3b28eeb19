package io.quittance.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A line of an exported trail, or a mailed head. Each kind is written in one way only, and what is written otherwise does
 * not pass for it when it is read: no white space, fields in this order, only what must be escaped is, in lower case.
 */
public sealed interface FileLine {

    /** Its JSON, without the line feed that ends it in a file. */
    String json();

    /** The first line: what this is, and the newest head. */
    record Header(HeadFile file) implements FileLine {

        @Override
        public String json() {
            return "{\"format\":\"quittance-audit\",\"version\":1,\"slug\":" + JsonText.quote(file.slug()) + ",\"head\":"
                    + JsonText.of(file.head()) + "}";
        }
    }

    /** Stands before the entries from its head's {@code from} up to its {@code size}. */
    record Batch(SignedHead head, Marks marks) implements FileLine {

        @Override
        public String json() {
            return "{\"batch\":" + JsonText.of(head) + ",\"marks\":\"" + Base64.getEncoder().encodeToString(marks.bytes()) + "\"}";
        }
    }

    /** One entry. */
    record Entry(AuditEntry entry) implements FileLine {

        @Override
        public String json() {
            return "{\"n\":" + entry.position() + ",\"id\":\"" + entry.id() + "\",\"at\":\"" + AuditEntry.format(entry.at())
                    + "\",\"actor\":" + JsonText.quote(entry.actor()) + ",\"action\":" + JsonText.quote(entry.action())
                    + ",\"subject\":" + JsonText.quote(entry.subject()) + ",\"subjectId\":\"" + entry.subjectId()
                    + "\",\"before\":" + JsonText.quote(entry.before()) + ",\"after\":" + JsonText.quote(entry.after()) + "}";
        }
    }

    /** A file of its own, as it is mailed. */
    record Head(HeadFile file) implements FileLine {

        @Override
        public String json() {
            return "{\"format\":\"quittance-audit-head\",\"version\":1,\"slug\":" + JsonText.quote(file.slug()) + ",\"head\":"
                    + JsonText.of(file.head()) + "}";
        }
    }

    /**
     * A file of its own: that an entry is in the tree whose head this is.
     *
     * @param path as {@link MerkleProofs#inclusion} gives it, each 64 lower-case hexadecimal digits
     */
    record Inclusion(HeadFile file, AuditEntry entry, List<String> path) implements FileLine {

        public Inclusion {
            path = JsonText.hashes(path);
        }

        @Override
        public String json() {
            return "{\"format\":\"quittance-audit-inclusion\",\"version\":1,\"slug\":" + JsonText.quote(file.slug()) + ",\"head\":"
                    + JsonText.of(file.head()) + ",\"entry\":" + new Entry(entry).json() + ",\"path\":" + JsonText.of(path) + "}";
        }
    }

    /**
     * A file of its own: that the tree of a head begins with that of an earlier one.
     *
     * @param path as {@link MerkleProofs#consistency} gives it, each 64 lower-case hexadecimal digits
     */
    record Consistency(HeadFile file, SignedHead earlier, List<String> path) implements FileLine {

        public Consistency {
            path = JsonText.hashes(path);
        }

        @Override
        public String json() {
            return "{\"format\":\"quittance-audit-consistency\",\"version\":1,\"slug\":" + JsonText.quote(file.slug()) + ",\"head\":"
                    + JsonText.of(file.head()) + ",\"earlier\":" + JsonText.of(earlier) + ",\"path\":" + JsonText.of(path) + "}";
        }
    }

    /**
     * Reads a line.
     *
     * @param line without its line feed
     * @throws MalformedLine when we would not have written it so
     */
    static FileLine read(byte[] line) throws MalformedLine {
        FileLine read;
        try {
            JsonNode node = Reader.JSON.readTree(line);
            if (node == null || !node.isObject()) {
                throw new MalformedLine("it is no JSON object");
            }
            read = Reader.of(node);
        } catch (JsonProcessingException broken) {
            throw new MalformedLine("it is no JSON: " + broken.getOriginalMessage(), broken);
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException broken) {
            throw new MalformedLine("it is none of ours: " + broken.getMessage(), broken);
        }
        if (!Arrays.equals(read.json().getBytes(StandardCharsets.UTF_8), line)) {
            throw new MalformedLine("it is not written as we write it");
        }
        return read;
    }

    /** From JSON to the kinds of lines; lenient, as what it read is compared with the line afterwards. */
    final class Reader {

        private static final ObjectMapper JSON = new ObjectMapper();

        private Reader() {
        }

        private static FileLine of(JsonNode node) {
            if (node.has("n")) {
                return new Entry(entry(node));
            }
            if (node.has("batch")) {
                return new Batch(head(node.get("batch")), Marks.of(Base64.getDecoder().decode(text(node, "marks"))));
            }
            HeadFile file = new HeadFile(text(node, "slug"), head(node.path("head")));
            return switch (text(node, "format")) {
                case "quittance-audit" -> new Header(file);
                case "quittance-audit-head" -> new Head(file);
                case "quittance-audit-inclusion" -> new Inclusion(file, entry(node.path("entry")), path(node));
                case "quittance-audit-consistency" -> new Consistency(file, head(node.path("earlier")), path(node));
                default -> throw new IllegalArgumentException("it has another format");
            };
        }

        private static AuditEntry entry(JsonNode node) {
            return new AuditEntry(node.path("n").asLong(), number(node, "id"), Instant.parse(text(node, "at")),
                    text(node, "actor"), text(node, "action"), text(node, "subject"), number(node, "subjectId"),
                    optional(node, "before"), optional(node, "after"));
        }

        private static List<String> path(JsonNode node) {
            List<String> path = new ArrayList<>();
            node.path("path").forEach(hash -> path.add(hash.asText()));
            return path;
        }

        private static SignedHead head(JsonNode node) {
            return new SignedHead(new TreeHead(number(node, "tenant"), number(node, "from"), number(node, "size"),
                    Instant.parse(text(node, "at")), text(node, "root"), text(node, "marks")), text(node, "key"), text(node, "signature"));
        }

        private static long number(JsonNode node, String field) {
            return Long.parseLong(text(node, field));
        }

        private static String text(JsonNode node, String field) {
            if (!node.path(field).isTextual()) {
                throw new IllegalArgumentException(field + " is missing");
            }
            return node.get(field).textValue();
        }

        private static Optional<String> optional(JsonNode node, String field) {
            return node.path(field).isNull() ? Optional.empty() : Optional.of(text(node, field));
        }
    }
}
