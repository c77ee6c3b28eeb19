package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.config.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseStatementTest {

    private static final String MT940 = """
            :20:X
            :25:DE02120300000000202051
            :28C:5/1
            :60F:C260301EUR100,00
            :61:2603020302D9,5NTRFA//B
            :86:INV-7
            :62F:C260302EUR%s
            -
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void a_balanced_statement_is_printed_as_the_schema_says() throws IOException {
        assertThat(run(file("a", MT940.formatted("90,50")))).isZero();
        var json = new Json().mapper().readTree(out.toString(StandardCharsets.UTF_8));

        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(ParseStatementTest.class.getResourceAsStream("/schema/parse-statement-1.json"))
                .validate(out.toString(StandardCharsets.UTF_8), InputFormat.JSON)).isEmpty();
        assertThat(json.path("importable").asBoolean()).isTrue();
        assertThat(json.path("warnings")).isEmpty();
        assertThat(json.at("/statements/0/closing").asText()).isEqualTo("90.50");
        assertThat(json.at("/statements/0/entries/0/amount").asText()).isEqualTo("-9.50");
        assertThat(json.at("/statements/0/entries/0/booking_date").asText()).isEqualTo("2026-03-02");
        assertThat(json.at("/statements/0/entries/0/references/bank").asText()).isEqualTo("B");
    }

    @Test
    void what_does_not_add_up_is_told_with_the_difference_and_not_importable() throws IOException {
        assertThat(run(file("a", MT940.formatted("90,50")), file("b", MT940.formatted("90,00")))).isZero();
        var json = new Json().mapper().readTree(out.toString(StandardCharsets.UTF_8));

        assertThat(json.path("importable").asBoolean()).isFalse();
        assertThat(json.at("/statements/1/importable").asBoolean()).isFalse();
        assertThat(json.path("warnings")).singleElement().satisfies(text -> assertThat(text.asText()).contains("b: ", "-0.50"));
    }

    @Test
    void what_cannot_be_read_is_one_line_with_the_reason_and_the_remedy() throws IOException {
        assertThat(run(file("c", "hello\nworld"))).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).singleElement().asString().contains("no bank statement", "camt.053");
        assertThat(run(folder.resolve("absent").toString())).isEqualTo(2);
    }

    private int run(String... files) {
        List<String> arguments = new java.util.ArrayList<>(List.of("parse-statement"));
        arguments.addAll(List.of(files));
        return Main.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
