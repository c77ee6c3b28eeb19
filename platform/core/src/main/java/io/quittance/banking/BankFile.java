package io.quittance.banking;

/** What was released, byte by byte. @param sha256 in hexadecimal digits */
public record BankFile(String name, String mediaType, String sha256, byte[] content) {

    public BankFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return name + " " + sha256;
    }
}
