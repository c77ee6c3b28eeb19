package io.quittance.tax;

/** Whether the prices of a document leave out the tax or include it. */
public enum PriceMode {
    /** Without tax: tax is added. */
    NET,
    /** With tax: net amounts and taxes are what these amounts contain. */
    GROSS
}
