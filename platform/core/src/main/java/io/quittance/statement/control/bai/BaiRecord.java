package io.quittance.statement.control.bai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record of a BAI2 file with its continuations.
 *
 * @param code      such as {@code 16}
 * @param fields    split at commas; in a 16 record the text is the rest, whatever commas it holds
 * @param continued how many 88 records belong to it
 * @param line      of the file, the first is 1
 */
record BaiRecord(String code, List<String> fields, int continued, int line) {

    private static final Pattern BEGIN = Pattern.compile("^\\s*(01|02|03|16|49|88|98|99)(?:,|/\\s*$)");
    /** Some banks write several records in a line; each ends with a slash. */
    private static final Pattern NEXT = Pattern.compile("/\\s*(?=(?:01|02|03|16|49|88|98|99),)");

    BaiRecord {
        fields = List.copyOf(fields);
    }

    static List<BaiRecord> all(String text) {
        List<Draft> drafts = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            for (String part : NEXT.split(line)) {
                take(part.strip(), number, drafts);
            }
        }
        return drafts.stream().map(Draft::build).toList();
    }

    private static void take(String part, int line, List<Draft> drafts) {
        Matcher begin = BEGIN.matcher(part);
        if (begin.find() && begin.group(1).equals("88") && !drafts.isEmpty()) {
            drafts.getLast().proceed(part.substring(Math.min(part.length(), begin.end())), true);
        } else if (begin.find(0)) {
            drafts.add(new Draft(begin.group(1), part.substring(Math.min(part.length(), begin.end())), line));
        } else if (!part.isEmpty() && !drafts.isEmpty()) {
            drafts.getLast().proceed(part, false);
        }
    }

    String field(int index) {
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    /** The text of a transaction: everything from that field on. */
    String rest(int index) {
        return index >= fields.size() ? "" : String.join(",", fields.subList(index, fields.size())).strip();
    }

    /** Where the fields go on behind a funds type at that index: S has three amounts, V a date and time, D pairs. */
    Optional<Integer> behindFunds(int index) {
        return switch (field(index)) {
            case "S" -> Optional.of(index + 4);
            case "V" -> Optional.of(index + 3);
            case "D" -> field(index + 1).matches("[0-9]{1,3}") ? Optional.of(index + 2 + 2 * Integer.parseInt(field(index + 1)))
                    : Optional.empty();
            case "", "Z", "0", "1", "2" -> Optional.of(index + 1);
            default -> Optional.empty();
        };
    }

    private static final class Draft {

        private final String code;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private int continued;

        private Draft(String code, String text, int line) {
            this.code = code;
            this.line = line;
            this.text.append(unslashed(text));
        }

        private void proceed(String more, boolean counts) {
            continued += counts ? 1 : 0;
            text.append(code.equals("03") && counts ? "," : " ").append(unslashed(more).strip());
        }

        private static String unslashed(String text) {
            String said = text.stripTrailing();
            return said.endsWith("/") ? said.substring(0, said.length() - 1) : said;
        }

        private BaiRecord build() {
            return new BaiRecord(code, Arrays.asList(text.toString().split(",", -1)), continued, line);
        }
    }
}
