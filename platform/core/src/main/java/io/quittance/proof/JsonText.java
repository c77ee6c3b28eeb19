package io.quittance.proof;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes JSON in one way only, whatever library reads it. */
final class JsonText {

    private static final char FIRST_PLAIN = ' ';

    private JsonText() {
    }

    static String of(SignedHead signed) {
        TreeHead head = signed.head();
        return "{\"tenant\":\"" + head.tenant() + "\",\"from\":\"" + head.from() + "\",\"size\":\"" + head.size() + "\",\"at\":\""
                + AuditEntry.format(head.at()) + "\",\"root\":\"" + head.root() + "\",\"marks\":\"" + head.marks() + "\",\"key\":"
                + quote(signed.key()) + ",\"signature\":" + quote(signed.signature()) + "}";
    }

    static String of(List<String> hashes) {
        return hashes.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")).replace("[\"\"]", "[]");
    }

    /** @throws IllegalArgumentException when one of them is no SHA-256 in lower-case hexadecimal digits */
    static List<String> hashes(List<String> path) {
        if (!path.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"))) {
            throw new IllegalArgumentException("a path is made of hashes");
        }
        return List.copyOf(path);
    }

    static String quote(Optional<String> text) {
        return text.map(JsonText::quote).orElse("null");
    }

    /** Escapes the quotation mark, the backslash and what stands before the blank, the last as four hexadecimal digits. */
    static String quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < FIRST_PLAIN) {
                json.append("\\u").append(HexFormat.of().toHexDigits(each));
            } else {
                json.append(each);
            }
        }
        return json.append('"').toString();
    }
}
