package io.quittance.statement.control.swift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of one SWIFT message, whatever surrounds them: blocks 1 to 5, the bank's own header lines, or nothing.
 *
 * @param strays tags of statement lines that stand behind the message's end
 */
record MtMessage(List<MtTag> tags, List<MtTag> strays) {

    private static final Pattern TAG = Pattern.compile("^:([0-9]{2}[A-Z]?|NS):(.*)$", Pattern.DOTALL);
    private static final Pattern OPENS = Pattern.compile("20|25P?|28C?|60[FM]|34F|13D?|21");

    /** @param value lines joined by a line feed @param line of the file on which it begins, the first is 1 */
    record MtTag(String name, String value, int line) {

        String firstLine() {
            int end = value.indexOf('\n');
            return (end < 0 ? value : value.substring(0, end)).strip();
        }
    }

    Optional<MtTag> first(String... names) {
        return tags.stream().filter(tag -> List.of(names).contains(tag.name())).findFirst();
    }

    /** The messages of a file, in its order. */
    static List<MtMessage> split(String text) {
        List<String> lines = text.replace("{4:", "{4:\n").lines().toList();
        Splitter splitter = new Splitter();
        int last = lastWithText(lines);
        for (int i = 0; i < lines.size(); i++) {
            splitter.take(lines.get(i).replace("\u0001", "").replace("\u0003", ""), i + 1, i == last);
        }
        splitter.end();
        return splitter.messages;
    }

    private static int lastWithText(List<String> lines) {
        int last = lines.size() - 1;
        while (last > 0 && lines.get(last).isBlank()) {
            last--;
        }
        return last;
    }

    /** Goes through the lines. */
    private static final class Splitter {

        private final List<MtMessage> messages = new ArrayList<>();
        private boolean inside;
        private String name = "";
        private StringBuilder value = new StringBuilder();
        private int begin;

        void take(String line, int number, boolean last) {
            Matcher tag = TAG.matcher(line);
            if (tag.matches()) {
                end();
                name = tag.group(1);
                value = new StringBuilder(tag.group(2));
                begin = number;
            } else if (line.strip().equals("-") || line.startsWith("-}") || last && line.startsWith("-") || line.startsWith("{1:")) {
                end();
                inside = false;
            } else if (!name.isEmpty()) {
                value.append('\n').append(line);
            }
        }

        void end() {
            if (name.isEmpty()) {
                return;
            }
            MtTag tag = new MtTag(name, value.toString().stripTrailing(), begin);
            name = "";
            boolean opens = OPENS.matcher(tag.name()).matches();
            if (tag.name().equals("20") || messages.isEmpty() || !inside && opens) {
                messages.add(new MtMessage(new ArrayList<>(), new ArrayList<>()));
                inside = true;
            }
            MtMessage current = messages.getLast();
            (inside ? current.tags : current.strays).add(tag);
        }
    }
}
