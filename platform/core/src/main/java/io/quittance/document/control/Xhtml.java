package io.quittance.document.control;

import java.util.Collection;
import java.util.stream.Collectors;

/** Small pieces of markup; what people wrote only ever enters escaped. */
final class Xhtml {

    private Xhtml() {
    }

    /** As text; characters that XML cannot hold are left out. */
    static String text(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length());
        raw.codePoints().filter(Xhtml::isXml).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    static String lines(Collection<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).map(Xhtml::text).collect(Collectors.joining("<br/>"));
    }

    static String cell(String style, String raw) {
        return "<td class=\"" + style + "\">" + text(raw) + "</td>";
    }

    static String head(String style, String raw) {
        return "<th class=\"" + style + "\">" + text(raw) + "</th>";
    }

    static String row(String style, String... cells) {
        return "<tr class=\"" + style + "\">" + String.join("", cells) + "</tr>";
    }

    /** @see "XML 1.0, production 2 (Char)" */
    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
