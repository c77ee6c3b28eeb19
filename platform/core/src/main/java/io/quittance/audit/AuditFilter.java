package io.quittance.audit;

import java.util.OptionalLong;

/**
 * Which lines to list.
 *
 * @param subject   kind of thing, such as {@code invoice}; empty for all
 * @param subjectId of one thing; only together with a subject
 */
public record AuditFilter(String subject, OptionalLong subjectId) {

    public static final AuditFilter ALL = new AuditFilter("", OptionalLong.empty());

    public AuditFilter {
        if (subject.isEmpty() && subjectId.isPresent()) {
            throw new IllegalArgumentException("an id says nothing without the kind of thing it names");
        }
    }
}
