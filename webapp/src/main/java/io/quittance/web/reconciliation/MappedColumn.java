package io.quittance.web.reconciliation;

import io.quittance.statement.CsvRole;
import java.io.Serializable;

/** A column of a CSV while a person says what it holds. */
public class MappedColumn implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String heading;
    private final String sample;
    private CsvRole role;

    MappedColumn(String heading, String sample, CsvRole role) {
        this.heading = heading;
        this.sample = sample;
        this.role = role;
    }

    public String getHeading() {
        return heading;
    }

    public String getSample() {
        return sample;
    }

    public CsvRole getRole() {
        return role;
    }

    public void setRole(CsvRole role) {
        this.role = role;
    }
}
