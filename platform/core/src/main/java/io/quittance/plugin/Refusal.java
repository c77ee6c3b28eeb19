package io.quittance.plugin;

/** Why an archive is not installed, in the order in which it is checked. */
public enum Refusal {
    /** The file is absent or cannot be read. */
    UNREADABLE,
    /** The archive itself is larger than allowed. */
    TOO_LARGE,
    /** There is no signature beside the archive, or it is not in the form we read. */
    UNSIGNED,
    /** It is signed, but by a key that this platform does not trust. */
    UNTRUSTED_PUBLISHER,
    /** The signature does not fit the bytes: altered on the way, or signed for another archive. */
    WRONG_SIGNATURE,
    /** Its central directory cannot be read or contradicts its entries. */
    NOT_AN_ARCHIVE,
    /** Too many entries, or too much when unpacked. */
    TOO_MUCH_INSIDE,
    /** An entry unpacks to suspiciously more than it takes. */
    SUSPICIOUS_RATIO,
    /** An entry would land outside of the folder, or is named twice. */
    UNSAFE_PATH,
    /** An entry is a link. */
    LINK_INSIDE,
    /** The manifest misses something or says it in a form we do not read. */
    MANIFEST_INCOMPLETE,
    /** It was made for another version of the SPI. */
    SPI_INCOMPATIBLE,
    /** It brings its own copy of the SPI. */
    CARRIES_SPI,
    /** Its classes cannot be loaded. */
    DOES_NOT_LOAD,
    /** It has no extension, or more than one gateway. */
    NO_EXTENSION,
    /** The extension's id differs from the manifest's. */
    ID_DIFFERS,
    /** It can do more or less than the manifest declares. */
    CAPABILITIES_DIFFER,
    /** Its settings form cannot be read, or has secrets that the manifest does not name. */
    FORM_UNREADABLE,
    /** The running version is still busy. */
    BUSY
}
