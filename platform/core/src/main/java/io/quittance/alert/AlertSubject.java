package io.quittance.alert;

/** What kind of thing an alert is about. */
public enum AlertSubject {
    PAYMENT, INVOICE, GAP
}
