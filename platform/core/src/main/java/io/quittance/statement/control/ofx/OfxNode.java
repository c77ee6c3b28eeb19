package io.quittance.statement.control.ofx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of an OFX file, SGML or XML alike: a field ends at the next tag, an aggregate at its own end tag, and an end
 * tag that was forgotten is seen by the end of what is around it.
 *
 * <p>A reader of our own: OFX4J (1.39) refuses a whole file for one element that it does not know, keeps amounts as
 * {@code Double}, and reads no decimal comma; banks send all of that.
 */
record OfxNode(String name, StringBuilder said, List<OfxNode> children) {

    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[(.*?)\\]\\]>|<[?!][^>]*>|<(/?)([A-Za-z][A-Za-z0-9._]*)[^<>]*?(/?)>", Pattern.DOTALL);
    private static final int DEEPEST = 40;
    /** Hold elements and no text; and where one begins, one of the same name has ended. */
    private static final Set<String> AGGREGATES = Set.of("OFX", "BANKMSGSRSV1", "CREDITCARDMSGSRSV1", "STMTTRNRS", "CCSTMTTRNRS", "STMTRS",
            "CCSTMTRS", "BANKACCTFROM", "CCACCTFROM", "BANKTRANLIST", "STMTTRN", "STMTTRNP", "LEDGERBAL", "AVAILBAL");
    /** Fields that banks leave empty. */
    private static final Set<String> FIELDS = Set.of("CODE", "SEVERITY", "MESSAGE", "DTSERVER", "LANGUAGE", "TRNUID", "CURDEF", "BANKID",
            "BRANCHID", "ACCTID", "ACCTTYPE", "DTSTART", "DTEND", "TRNTYPE", "DTPOSTED", "DTUSER", "DTAVAIL", "TRNAMT", "FITID", "CHECKNUM",
            "REFNUM", "NAME", "MEMO", "BALAMT", "DTASOF", "SIC", "SRVRTID", "ACCTKEY", "CURRATE", "CURSYM", "PAYEEID");

    OfxNode(String name) {
        this(name, new StringBuilder(), new ArrayList<>());
    }

    /** @return the file's elements below a root without a name */
    static OfxNode parse(String text) {
        OfxNode root = new OfxNode("");
        List<OfxNode> open = new ArrayList<>(List.of(root));
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            open.getLast().said.append(text, from, token.start());
            from = token.end();
            if (token.group(1) != null) {
                open.getLast().said.append(token.group(1).replace("&", "&amp;"));
            } else if (token.group(3) != null && token.group(2).isEmpty()) {
                begin(token.group(3).toUpperCase(Locale.ROOT), token.group(4).isEmpty(), open);
            } else if (token.group(3) != null) {
                end(token.group(3).toUpperCase(Locale.ROOT), open);
            }
        }
        open.getLast().said.append(text, from, text.length());
        return root;
    }

    private static void begin(String name, boolean opens, List<OfxNode> open) {
        OfxNode last = open.getLast();
        boolean field = !AGGREGATES.contains(last.name) && (!last.said.toString().isBlank() || FIELDS.contains(last.name));
        if (open.size() > 1 && last.children.isEmpty() && field) {
            open.removeLast();
        }
        if (AGGREGATES.contains(name)) {
            end(name, open);
        }
        OfxNode node = new OfxNode(name);
        open.getLast().children.add(node);
        if (opens && open.size() < DEEPEST) {
            open.add(node);
        }
    }

    private static void end(String name, List<OfxNode> open) {
        for (int i = open.size() - 1; i > 0; i--) {
            if (open.get(i).name.equals(name)) {
                open.subList(i, open.size()).clear();
                return;
            }
        }
    }

    /** All elements of one of the names, however deep. */
    List<OfxNode> all(String... names) {
        List<OfxNode> found = new ArrayList<>();
        for (OfxNode child : children) {
            if (List.of(names).contains(child.name)) {
                found.add(child);
            } else {
                found.addAll(child.all(names));
            }
        }
        return found;
    }

    Optional<OfxNode> first(String... names) {
        return all(names).stream().findFirst();
    }

    /** The text of the first element of that name; empty when there is none. */
    String text(String wanted) {
        return first(wanted).map(OfxNode::text).orElse("");
    }

    private String text() {
        return said.toString().strip().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
                .replace("&nbsp;", " ").replace("&amp;", "&").strip();
    }
}
