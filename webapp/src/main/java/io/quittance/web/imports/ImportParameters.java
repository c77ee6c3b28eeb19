package io.quittance.web.imports;

import io.quittance.imports.CharacterSet;
import io.quittance.imports.DateStyle;
import io.quittance.imports.DecimalSign;
import io.quittance.imports.Delimiter;
import io.quittance.imports.FileFormat;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportRequest;
import io.quittance.web.rest.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The rules under which a file is to be read. */
public class ImportParameters {

    @QueryParam("kind")
    @Parameter(description = "CUSTOMERS, INVOICES or PAYMENTS", required = true, example = "INVOICES")
    String kind;

    @QueryParam("dryRun")
    @Parameter(description = "true: only show what would happen", example = "true")
    String dryRun;

    @QueryParam("fileName")
    @Parameter(description = "Only remembered", example = "invoices.csv")
    String fileName;

    @QueryParam("characters")
    @Parameter(description = "UTF_8 (default) or ISO_8859_1")
    String characters;

    @QueryParam("delimiter")
    @Parameter(description = "COMMA, SEMICOLON or TAB; the header line's by default")
    String delimiter;

    @QueryParam("dates")
    @Parameter(description = "ISO (default), DAY_MONTH_YEAR_DOTS, DAY_MONTH_YEAR_SLASHES or MONTH_DAY_YEAR_SLASHES")
    String dates;

    @QueryParam("decimals")
    @Parameter(description = "POINT (default) or COMMA")
    String decimals;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217, of rows that name none; the business's own by default")
    String currency;

    @QueryParam("column")
    @Parameter(description = "A mapping, our name = the file's header; may be given several times", example = "number=Invoice No")
    List<String> column;

    boolean isDryRun() {
        return Boolean.parseBoolean(dryRun);
    }

    ImportRequest request(byte[] content) {
        Parameters parameters = new Parameters();
        if (kind == null) {
            parameters.fault("kind", "", "parameter.missing");
        }
        Optional<ImportKind> wanted = parameters.oneOf("kind", kind, ImportKind.class);
        CharacterSet set = parameters.oneOf("characters", characters, CharacterSet.class).orElse(CharacterSet.UTF_8);
        Optional<Delimiter> between = parameters.oneOf("delimiter", delimiter, Delimiter.class);
        DateStyle style = parameters.oneOf("dates", dates, DateStyle.class).orElse(DateStyle.ISO);
        DecimalSign sign = parameters.oneOf("decimals", decimals, DecimalSign.class).orElse(DecimalSign.POINT);
        Optional<Currency> fallback = parameters.currency("currency", currency);
        Map<String, String> mapping = mapping(parameters);
        if (content == null || content.length == 0) {
            parameters.fault("", "", "upload.missing");
        }
        parameters.check();
        return new ImportRequest(wanted.orElseThrow(), Optional.ofNullable(fileName).orElse(""), content,
                new FileFormat(set, between, style, sign, mapping, fallback));
    }

    private Map<String, String> mapping(Parameters parameters) {
        Map<String, String> mapping = new HashMap<>();
        for (String pair : column == null ? List.<String>of() : column) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                parameters.fault("column", pair, "parameter.mapping");
            } else {
                mapping.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return mapping;
    }
}
