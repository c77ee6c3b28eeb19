package io.quittance.books.control;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One privilege as MariaDB and MySQL print it.
 *
 * @param schema {@code *}, or a name, in which the server reads {@code _} and {@code %} as wildcards where the table is {@code *}
 * @param table  {@code *} or a name
 */
record Grant(String privilege, String schema, String table) {

    private static final Pattern LINE = Pattern.compile("GRANT (.+?) ON (`[^`]+`|\\*)\\.(`[^`]+`|\\*) TO .*");
    private static final Pattern BETWEEN = Pattern.compile(", ?(?![^(]*\\))");

    /** A line of {@code SHOW GRANTS}. What is not understood, such as a role, is taken for a right on everything. */
    static List<Grant> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Arrays.stream(BETWEEN.split(matcher.group(1)))
                        .map(privilege -> new Grant(privilege, plain(matcher.group(2)), plain(matcher.group(3)))).toList()
                : List.of(new Grant(line, "*", "*"));
    }

    private static String plain(String quoted) {
        return quoted.replace("`", "");
    }

    boolean isServerWide() {
        return schema.equals("*");
    }

    boolean isSchemaWide() {
        return table.equals("*");
    }

    @Override
    public String toString() {
        return privilege + " on " + schema + "." + table;
    }
}
