package io.quittance.document;

/** A finished PDF. @param fileName safe on every file system */
public record PdfDocument(String fileName, byte[] content) {
}
