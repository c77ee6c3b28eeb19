package io.quittance.launcher.mailbox;

import java.util.List;

/**
 * One mail as a person would read it.
 *
 * @param id          unique in its folder; sorts by the instant it came in
 * @param from        the From header
 * @param to          the addresses it was really sent to
 * @param subject     decoded
 * @param receivedAt  the Date header, as written
 * @param text        the plain part; empty when there is none
 * @param html        the HTML part; empty when there is none
 * @param links       every http(s) address in either part, in order, each once
 * @param attachments the other parts
 * @param raw         all of it
 */
public record Mail(
        String id,
        String from,
        List<String> to,
        String subject,
        String receivedAt,
        String text,
        String html,
        List<String> links,
        List<Attachment> attachments,
        byte[] raw) {

    /**
     * A part that is neither the text nor the HTML.
     *
     * @param name    file name; may be empty
     * @param type    media type
     * @param content decoded
     */
    public record Attachment(String name, String type, byte[] content) {}
}
