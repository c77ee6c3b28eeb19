package io.quittance.web.problem;

import io.quittance.Fault;
import java.util.List;
import java.util.Locale;

/**
 * Ends a request with a problem. Thrown, because a refusal met anywhere below a resource must also undo the unit of work
 * around it; the mapper words it in the caller's language.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Wording detail;
    private final transient List<Wording> fields;

    /** Words itself once the caller's language is known. */
    @FunctionalInterface
    private interface Wording {
        FieldError in(Locale language);
    }

    private Refusal(Kind kind, Wording detail, List<Wording> fields) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.fields = List.copyOf(fields);
    }

    /** An id that is unknown, or another tenant's: the two cannot be told apart. */
    public static Refusal notFound() {
        return of(Kind.NOT_FOUND);
    }

    public static Refusal of(Kind kind) {
        return new Refusal(kind, language -> new FieldError("", "", ""), List.of());
    }

    /** @param key of the detail's text in the bundle */
    public static Refusal of(Kind kind, String key, Object... arguments) {
        return new Refusal(kind, language -> new FieldError("", "", new ProblemTexts(language).of(key, arguments)), List.of());
    }

    /** A detail that has been worded already. */
    public static Refusal worded(Kind kind, String detail) {
        return new Refusal(kind, language -> new FieldError("", "", detail), List.of());
    }

    /** Faults found by a feature. */
    public static Refusal of(List<Fault> faults) {
        return new Refusal(Kind.INVALID, language -> new FieldError("", "", ""),
                faults.stream().<Wording>map(fault -> language -> FieldError.of(fault, language)).toList());
    }

    /** Faults found while a body or its parameters were read. */
    public static Refusal ofInput(List<InputFault> faults) {
        return new Refusal(Kind.INVALID, language -> new FieldError("", "", ""),
                faults.stream().<Wording>map(fault -> language -> fault.in(new ProblemTexts(language))).toList());
    }

    /** Faults that have been worded already. */
    public static Refusal ofErrors(List<FieldError> errors) {
        return new Refusal(Kind.INVALID, language -> new FieldError("", "", ""),
                errors.stream().<Wording>map(error -> language -> error).toList());
    }

    public static Refusal ofInput(String field, Object value, String key, Object... arguments) {
        return ofInput(List.of(InputFault.of(field, value, key, arguments)));
    }

    public Kind kind() {
        return kind;
    }

    Problem in(Locale language) {
        return Problem.of(kind, new ProblemTexts(language).title(kind), detail.in(language).remedy(), "",
                fields.stream().map(field -> field.in(language)).toList());
    }
}
