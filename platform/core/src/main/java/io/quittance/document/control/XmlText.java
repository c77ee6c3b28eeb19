package io.quittance.document.control;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements one after the other; what people wrote only ever enters escaped. */
final class XmlText {

    private final StringBuilder text = new StringBuilder(6000).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes as they stand in the tag, with values of our own only; may be empty */
    XmlText open(String name, String attributes) {
        text.append('<').append(name).append(attributes.isEmpty() ? "" : " ").append(attributes).append('>');
        open.push(name);
        return this;
    }

    XmlText open(String name) {
        return open(name, "");
    }

    XmlText close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Nothing where there is no value. */
    XmlText leaf(String name, String attributes, String value) {
        if (!value.isBlank()) {
            open(name, attributes);
            text.append(Xhtml.text(value));
            close();
        }
        return this;
    }

    XmlText leaf(String name, String value) {
        return leaf(name, "", value);
    }

    /** @throws IllegalStateException when an element is still open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.peek() + " is still open");
        }
        return text.toString();
    }
}
