package io.quittance.document.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads our own markup of a document. */
final class Markup {

    private static final Pattern SPACES = Pattern.compile("[ \t]+");

    private Markup() {
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent).stream().filter(element -> element.getLocalName().equals(name)).findFirst();
    }

    /** Does it have that word among its classes? */
    static boolean is(Element element, String word) {
        return Stream.of(element.getAttribute("class").split(" ")).anyMatch(word::equals);
    }

    /** The rows of a table, in whichever part they stand. */
    static List<Element> rows(Element table) {
        return children(table).stream()
                .flatMap(child -> child.getLocalName().equals("tr") ? Stream.of(child) : rows(child).stream()).toList();
    }

    /** Its text with every space, breaks as line ends. */
    static String exact(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                text.append(inner.getLocalName().equals("br") ? "\n" : exact(inner));
            } else {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    /** Its text as it reads where white space does not count. */
    static String flowed(Element element) {
        return exact(element).lines().map(line -> SPACES.matcher(line).replaceAll(" ").strip()).collect(Collectors.joining("\n"));
    }
}
