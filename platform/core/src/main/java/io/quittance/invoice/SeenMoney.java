package io.quittance.invoice;

/** Answers for the bank account. A port: whoever reads statements implements it. */
public interface SeenMoney {

    /** Whether some money pays the invoice now, and all of it was seen on the bank account. */
    boolean allSeen(InvoiceId invoice);
}
