package io.quittance.reconciliation;

import io.quittance.statement.CsvProfile;
import java.time.Instant;

/** How a bank writes its CSV, as a person has confirmed it. @param name for people */
public record SavedProfile(long id, String name, CsvProfile profile, Instant savedAt) {
}
