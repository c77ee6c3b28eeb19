package io.quittance.web.problem;

import io.quittance.Fault;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A fault of one field.
 *
 * @param field  path in the body such as {@code lines[0].quantity}, or the name of a parameter or header
 * @param value  as given; empty when nothing was
 * @param remedy what to do, in the caller's language
 */
@Schema(description = "A fault of one field")
public record FieldError(
        @Schema(description = "Path in the body, or name of the parameter or header", example = "lines[0].quantity") String field,
        @Schema(description = "As given; empty when nothing was", example = "-1") String value,
        @Schema(description = "What to do, in the caller's language") String remedy) {

    private static final int LONGEST_VALUE = 200;

    public FieldError {
        value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    public static FieldError of(Fault fault, Locale language) {
        return new FieldError(fault.field(), fault.value(), fault.remedy(language));
    }
}
