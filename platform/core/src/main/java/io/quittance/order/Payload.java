package io.quittance.order;

import java.util.Objects;

/** Something received, byte for byte. Not a record: its bytes are neither compared nor printed. */
public final class Payload {

    /** Largest payload that is taken, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 120;

    private final String mediaType;
    private final String name;
    private final byte[] body;

    /**
     * @param mediaType as the channel says, such as {@code application/json}, without parameters and in lower case
     * @param name      of the file or the message, to be remembered and never opened; may be empty
     */
    public Payload(String mediaType, String name, byte[] body) {
        this.mediaType = plain(mediaType, LONGEST_TYPE);
        this.name = plain(name, LONGEST_NAME);
        this.body = Objects.requireNonNull(body, "body").clone();
    }

    private static String plain(String text, int longest) {
        String clean = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.substring(0, Math.min(longest, clean.length()));
    }

    public String mediaType() {
        return mediaType;
    }

    public String name() {
        return name;
    }

    public byte[] body() {
        return body.clone();
    }

    public int size() {
        return body.length;
    }

    @Override
    public String toString() {
        return mediaType + " " + name + " of " + body.length + " bytes";
    }
}
