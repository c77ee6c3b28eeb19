package io.quittance.recurring;

/** What is done with each invoice. */
public enum RecurringMode {
    /** A person looks at it and issues it. */
    DRAFT,
    /** It is issued and sent to the customer at once. */
    ISSUE
}
