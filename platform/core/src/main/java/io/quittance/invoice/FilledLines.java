package io.quittance.invoice;

import io.quittance.Fault;
import java.util.List;

/** Lines with everything that items and defaults said; when there are faults, none of them is to be used. */
public record FilledLines(List<LineInput> lines, List<Fault> faults) {
}
