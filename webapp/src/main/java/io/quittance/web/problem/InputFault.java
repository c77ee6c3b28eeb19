package io.quittance.web.problem;

import java.util.List;

/**
 * Something wrong with a body, a parameter or a header, found before any feature was asked.
 *
 * @param key of the remedy's text in the bundle {@code io.quittance.web.problem.texts}
 */
public record InputFault(String field, String value, String key, List<Object> arguments) {

    public static InputFault of(String field, Object value, String key, Object... arguments) {
        return new InputFault(field, value == null ? "" : String.valueOf(value), key, List.of(arguments));
    }

    FieldError in(ProblemTexts texts) {
        return new FieldError(field, value, texts.of(key, arguments.toArray()));
    }
}
