package io.quittance.imports;

/** Identity of one imported file. */
public record ImportId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
