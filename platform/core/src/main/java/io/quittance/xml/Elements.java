package io.quittance.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks an XML tree by local names, whatever version its name space is of. */
public final class Elements {

    private Elements() {
    }

    /** Children at the end of a path such as {@code NtryDtls/TxDtls/Refs}, of every branch, in the order of the document. */
    public static List<Element> all(Element from, String path) {
        List<Element> level = List.of(from);
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            for (Element element : level) {
                for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element found && name.equals(found.getLocalName())) {
                        next.add(found);
                    }
                }
            }
            level = next;
        }
        return level;
    }

    public static Optional<Element> first(Element from, String path) {
        return all(from, path).stream().findFirst();
    }

    /** The first text found at one of the paths. */
    public static Optional<String> text(Element from, String... paths) {
        for (String path : paths) {
            Optional<String> found = all(from, path).stream().map(Elements::content).filter(text -> !text.isEmpty()).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public static List<String> texts(Element from, String path) {
        return all(from, path).stream().map(Elements::content).filter(text -> !text.isEmpty()).toList();
    }

    private static String content(Element element) {
        return element.getTextContent().strip();
    }
}
