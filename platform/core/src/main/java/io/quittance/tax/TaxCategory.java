package io.quittance.tax;

/**
 * Categories of value added tax as electronic invoices code them.
 *
 * @see "EN 16931-1, BT-118 and BT-151; UNCL 5305"
 */
public enum TaxCategory {
    /** Standard and reduced rates. */
    S(true),
    /** Zero rated goods. */
    Z(false),
    /** Exempt from tax. */
    E(false),
    /** Reverse charge: the buyer owes the tax. */
    AE(false),
    /** Supply within the Community to a buyer of another member state. */
    K(false),
    /** Export outside of the Community. */
    G(false),
    /** Outside the scope of the tax. */
    O(false);

    private final boolean charged;

    TaxCategory(boolean charged) {
        this.charged = charged;
    }

    /** Does the seller charge tax? If not, the rate is zero (BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05). */
    public boolean isCharged() {
        return charged;
    }

    /** Must the invoice say why no tax is charged (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10)? */
    public boolean needsReason() {
        return this != S && this != Z;
    }
}
