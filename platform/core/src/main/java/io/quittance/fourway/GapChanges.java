package io.quittance.fourway;

/** What a comparison changed. @param opened gaps that were not known, or were closed or explained; @param closed by later facts */
public record GapChanges(int opened, int closed) {
}
