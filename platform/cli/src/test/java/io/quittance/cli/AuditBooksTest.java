package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.books.Audit;
import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import io.quittance.config.Json;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditBooksTest {

    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(AuditBooksTest.class.getResourceAsStream("/schema/audit-books-1.json"));

    @Test
    void clean_books_are_reported_as_the_schema_says() {
        assertThat(faults(new Audit(List.of("alpha"), 3, 2, 1, 0, List.of()))).isEmpty();
    }

    @Test
    void the_schema_knows_every_invariant() {
        List<Finding> findings = Arrays.stream(Invariant.values())
                .map(broken -> new Finding(broken, "alpha", "claim 1", "100", "101")).toList();

        assertThat(faults(new Audit(List.of("alpha"), 3, 2, 1, 0, findings))).isEmpty();
    }

    private List<String> faults(Audit audit) {
        String json = new Json().write(new AuditBooks.Report(audit));
        return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
