package io.quittance.order;

/** By which way orders come. */
public enum ChannelKind {
    /** Our own API, in our own shape. */
    REST,
    /** CSV or XLSX, by its columns. */
    FILE,
    /** Attachments of mail. */
    MAIL,
    /** UBL, CII or Factur-X. */
    E_INVOICE,
    SHOPIFY,
    WOOCOMMERCE,
    /** A system for customers or resources that is asked, and told, both ways. */
    CONNECTOR
}
