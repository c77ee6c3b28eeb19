package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.proof.AuditEntry;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.MalformedLine;
import io.quittance.proof.Marks;
import io.quittance.proof.MerkleTree;
import io.quittance.proof.SignedHead;
import io.quittance.proof.TreeHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyAuditTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;
    private Path file;
    private Path head;
    private String key;

    @BeforeEach
    void exportTwoBatches() throws IOException, NoSuchAlgorithmException {
        KeyPair keys = KeyPairGenerator.getInstance(SignedHead.ALGORITHM).generateKeyPair();
        key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        MerkleTree tree = new MerkleTree();
        List<String> lines = new ArrayList<>();
        List<SignedHead> heads = new ArrayList<>();
        for (int from : List.of(0, 3)) {
            List<AuditEntry> entries = new ArrayList<>();
            for (int position = from; position < from + 3; position++) {
                entries.add(new AuditEntry(position, 100 + position, AT.plusSeconds(position), "person:olga", "issued", "invoice", position,
                        Optional.empty(), Optional.of("{\"gross\":\"1.00\"}")));
            }
            List<byte[]> hashes = entries.stream().map(AuditEntry::hash).toList();
            hashes.forEach(tree::append);
            heads.add(SignedHead.sign(new TreeHead(7, from, from + 3, AT, HexFormat.of().formatHex(tree.root()), Marks.of(hashes).hash()),
                    keys.getPrivate(), key));
            lines.add(new FileLine.Batch(heads.getLast(), Marks.of(hashes)).json());
            entries.forEach(entry -> lines.add(new FileLine.Entry(entry).json()));
        }
        lines.addFirst(new FileLine.Header(new HeadFile("acme", heads.getLast())).json());
        file = Files.writeString(folder.resolve("trail.jsonl"), String.join("\n", lines) + "\n");
        head = Files.writeString(folder.resolve("head.json"), new FileLine.Head(new HeadFile("acme", heads.getFirst())).json() + "\n");
    }

    @Test
    void a_sound_file_is_said_to_be_sound_by_every_way_of_asking() {
        for (List<String> options : List.of(List.<String>of(), List.of("--head", head.toString()), List.of("--head=" + head),
                List.of("--key", key), List.of("--key=" + head))) {
            Said said = verify(options);
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out()).contains("acme", "sound");
            assertThat(said.err()).isEmpty();
        }
    }

    @Test
    void a_proof_of_one_entry_is_verified_against_the_head_that_was_mailed() throws IOException {
        byte[] before = ((FileLine.Entry) line(1 + 1)).entry().hash();
        byte[] after = ((FileLine.Entry) line(1 + 1 + 2)).entry().hash();
        FileLine.Inclusion proof = new FileLine.Inclusion(((FileLine.Head) parsed(Files.readString(head).strip())).file(),
                ((FileLine.Entry) line(1 + 1 + 1)).entry(), List.of(HexFormat.of().formatHex(before), HexFormat.of().formatHex(after)));
        Files.writeString(file, proof.json() + "\n");
        assertThat(verify(List.of("--head", head.toString(), "--key", key)).out()).contains("entries    1", "sound");
        Files.writeString(file, proof.json().replace("\"subjectId\":\"1\"", "\"subjectId\":\"2\"") + "\n");
        Said said = verify(List.of("--head", head.toString()));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("first bad entry 1", "not proven to be in the tree");
    }

    private FileLine line(int number) throws IOException {
        return parsed(Files.readAllLines(file).get(number));
    }

    private static FileLine parsed(String line) {
        try {
            return FileLine.read(line.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedLine defect) {
            throw new AssertionError(defect);
        }
    }

    @Test
    void the_first_bad_entry_is_named_and_the_exit_code_is_1() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"subjectId\":\"4\"", "\"subjectId\":\"5\""));
        Said said = verify(List.of());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("first bad entry 4: entry 4 (person:olga issued invoice 5)");
        assertThat(said.out()).contains("NOT SOUND");
    }

    @Test
    void json_is_as_its_schema_says_sound_or_not() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(VerifyAuditTest.class.getResourceAsStream("/schema/verify-audit-1.json"));
        Said sound = verify(List.of("--json", "--head", head.toString()));
        assertThat(schema.validate(sound.out(), InputFormat.JSON)).isEmpty();
        assertThat(new ObjectMapper().readTree(sound.out()).path("first").isNull()).isTrue();

        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(3);
        Files.writeString(file, String.join("\n", lines) + "\n");
        Said bad = verify(List.of("--json"));
        assertThat(bad.code()).isEqualTo(1);
        assertThat(schema.validate(bad.out(), InputFormat.JSON)).isEmpty();
        assertThat(new ObjectMapper().readTree(bad.out()).path("first").path("kind").asText()).isEqualTo("missing");
        assertThat(new ObjectMapper().readTree(bad.out()).path("first").path("entry").asLong()).isEqualTo(1);

        Files.writeString(file, "something else\n");
        assertThat(schema.validate(verify(List.of("--json")).out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void what_it_cannot_do_it_says_in_one_line_with_the_exit_code_2() {
        assertThat(run(List.of())).isEqualTo(new Said(2, "", "use: verify-audit FILE [--head EARLIER] [--key KEY] [--json]"));
        assertThat(run(List.of(file.toString(), "--nonsense")).code()).isEqualTo(2);
        assertThat(run(List.of(file.toString(), "--head")).code()).isEqualTo(2);
        assertThat(run(List.of(folder.resolve("absent").toString())).err()).contains("absent", "cannot be read");
        assertThat(verify(List.of("--head", file.toString())).err()).contains("no head file");
        assertThat(verify(List.of("--key", "short")).err()).contains("--key needs");
    }

    private Said verify(List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addFirst(file.toString());
        return run(arguments);
    }

    private static Said run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(arguments);
        all.addFirst("verify-audit");
        int code = Main.run(all, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8).strip(), err.toString(StandardCharsets.UTF_8).strip());
    }

    /** What a run answered. */
    private record Said(int code, String out, String err) {
    }
}
