package io.quittance.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem as the API answers it.
 *
 * @param type     {@code urn:quittance:problem:<code>}: what programs branch on
 * @param title    the same for every problem of the type
 * @param detail   about this one; empty when the title says it all
 * @param instance names this occurrence in our log; empty when it is not logged
 * @param errors   by field; empty when it is not about fields
 * @see "RFC 9457"
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details")
public record Problem(
        @Schema(description = "What programs branch on", example = "urn:quittance:problem:invalid") String type,
        @Schema(description = "The same for every problem of the type") String title,
        @Schema(description = "HTTP status", example = "400") int status,
        @Schema(description = "About this occurrence") String detail,
        @Schema(description = "Names this occurrence in the server's log") String instance,
        @Schema(description = "Faults by field") List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(Kind kind, String title, String detail, String instance, List<FieldError> errors) {
        return new Problem("urn:quittance:problem:" + kind.code(), title, kind.status(), detail, instance, errors);
    }
}
