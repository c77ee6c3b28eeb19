package io.quittance.plugins.kit;

/** Something could not be learnt from a company. Becomes a value before it leaves the plugin. */
public final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What to do about it. */
    public enum Kind {
        /** Ask again later. */
        LATER,
        /** The company knows nothing by that name, now or later. */
        GONE,
        /** It has answered, but a person has to look. */
        PERSON
    }

    public NoAnswer(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
