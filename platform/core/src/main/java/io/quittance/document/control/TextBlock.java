package io.quittance.document.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text broken into lines of a width, within a word only where it is longer than a line. @param wide the widest line */
record TextBlock(List<String> lines, Ink.Style style, int wide) {

    private static final Pattern BREAKS = Pattern.compile("\\R");
    /** A line may end behind spaces, and where a long word was told that it may. */
    private static final Pattern WORDS = Pattern.compile("(?<=[ \u200B])(?![ \u200B])");

    /** @param width that lines must not exceed */
    static TextBlock of(String text, Ink.Style style, Ink ink, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : BREAKS.split(text.replace('\t', ' '), -1)) {
            wrap(paragraph, style, ink, width, lines);
        }
        int wide = lines.stream().mapToInt(line -> ink.width(line, style)).max().orElse(0);
        return new TextBlock(List.copyOf(lines), style, wide);
    }

    private static void wrap(String paragraph, Ink.Style style, Ink ink, int width, List<String> lines) {
        if (ink.width(shown(paragraph), style) <= width) {
            lines.add(shown(paragraph));
            return;
        }
        StringBuilder line = new StringBuilder();
        for (String word : WORDS.split(paragraph)) {
            if (!line.isEmpty() && ink.width(shown(line + word), style) > width) {
                lines.add(shown(line.toString()));
                line.setLength(0);
            }
            line.append(word);
            while (ink.width(shown(line.toString()), style) > width && line.length() > 1) {
                int fits = fitting(line, style, ink, width);
                lines.add(shown(line.substring(0, fits)));
                line.delete(0, fits);
            }
        }
        lines.add(shown(line.toString()));
    }

    /** How many letters of a word that is too long for a line go on one: at least one. */
    private static int fitting(StringBuilder word, Ink.Style style, Ink ink, int width) {
        int fits = 1;
        while (fits < word.length() - 1 && ink.width(shown(word.substring(0, fits + 1)), style) <= width) {
            fits++;
        }
        return fits;
    }

    private static String shown(String part) {
        return part.replace("\u200B", "").stripTrailing();
    }

    int height() {
        return lines.size() * style.lineHeight();
    }

    void write(Ink ink, int page, int left, int top) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            ink.write(page, left, top + i * style.lineHeight(), lines.get(i), style);
        }
    }

    /** Each line ends there. */
    void writeTo(Ink ink, int page, int right, int top) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            ink.write(page, right - ink.width(lines.get(i), style), top + i * style.lineHeight(), lines.get(i), style);
        }
    }
}
