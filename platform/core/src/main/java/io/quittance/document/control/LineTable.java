package io.quittance.document.control;

import io.quittance.document.control.Ink.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The table of lines: as many columns as there are, of which the texts take what the others leave; its head on every page. */
final class LineTable {

    private static final Style HEAD = Style.of(7500, 145, Ink.GREY).inBold();
    private static final Style BODY = Style.of(9000, 145, Ink.PLAIN);
    private static final int FIRST = Typesetter.mm(70);
    private static final int INDENT = Typesetter.mm(30);
    private static final int ABOVE = Typesetter.mm(22);
    private static final int BELOW_HEAD = Typesetter.mm(20);
    private static final int LEAST_TEXT = Typesetter.mm(350);
    private static final int TEXT_PERCENT = 46;
    private static final int HAIR = 400;
    private static final int RULE = 800;
    private static final int SHADE = 0xe5e7eb;

    private final Ink ink;
    private final int left;
    private final List<Element> head;
    private final List<Element> rows;
    private final int[] rights;
    private final int textWidth;

    LineTable(Element table, Ink ink, int left, int width) throws Typesetter.Unknown {
        this.ink = ink;
        this.left = left;
        List<Element> all = Markup.rows(table);
        this.head = Markup.children(all.getFirst());
        this.rows = all.subList(1, all.size());
        int[] widths = new int[head.size()];
        int texts = -1;
        int taken = 0;
        for (int column = 0; column < widths.length; column++) {
            if (Markup.is(head.get(column), "text")) {
                texts = column;
            } else {
                widths[column] = widest(column);
                taken += widths[column];
            }
        }
        if (texts < 0 || width - taken < LEAST_TEXT) {
            throw new Typesetter.Unknown("columns");
        }
        widths[texts] = Math.min(width - taken, Math.max(LEAST_TEXT, width * TEXT_PERCENT / 100));
        share(widths, width - taken - widths[texts], texts);
        textWidth = widths[texts] - INDENT;
        rights = new int[widths.length];
        for (int column = 0, edge = left; column < widths.length; column++) {
            edge += widths[column];
            rights[column] = edge;
        }
    }

    /** What the texts leave moves the figures apart. */
    private static void share(int[] widths, int free, int texts) {
        for (int column = texts + 1, left = free; column < widths.length; column++) {
            int part = left / (widths.length - column);
            widths[column] += part;
            left -= part;
        }
    }

    private int widest(int column) throws Typesetter.Unknown {
        int widest = Markup.is(head.get(column), "first") ? FIRST : 0;
        widest = Math.max(widest, ink.width(Markup.flowed(head.get(column)), HEAD) + indent(head.get(column)));
        for (Element row : rows) {
            List<Element> cells = Markup.children(row);
            if (cells.size() != head.size()) {
                throw new Typesetter.Unknown("cells");
            }
            widest = Math.max(widest, ink.width(Markup.flowed(cells.get(column)), BODY) + indent(cells.get(column)));
        }
        return widest;
    }

    private static int indent(Element cell) {
        return Markup.is(cell, "first") ? 0 : INDENT;
    }

    /** @return where it ends */
    int set(Typesetter setter, int top) throws IOException, Typesetter.Unknown {
        int y = head(setter, setter.room(top, HEAD.lineHeight() + BELOW_HEAD + ABOVE * 2 + BODY.lineHeight()));
        for (Element row : rows) {
            List<Element> cells = Markup.children(row);
            List<TextBlock> blocks = new ArrayList<>();
            for (Element cell : cells) {
                boolean text = Markup.is(cell, "text");
                blocks.add(TextBlock.of(text ? Markup.exact(cell) : Markup.flowed(cell),
                        Markup.is(cell, "first") ? BODY.in(Ink.GREY) : BODY, ink, text ? textWidth : Integer.MAX_VALUE));
            }
            int height = blocks.stream().mapToInt(TextBlock::height).max().orElse(0) + ABOVE * 2 + HAIR;
            int before = setter.page();
            y = setter.room(y, height);
            if (setter.page() != before) {
                setter.room(y, HEAD.lineHeight() + BELOW_HEAD + RULE + height);
                y = head(setter, y);
            }
            for (int column = 0; column < blocks.size(); column++) {
                put(blocks.get(column), cells.get(column), column, setter.page(), y + ABOVE);
            }
            y += height;
            ink.fill(setter.page(), left, y - HAIR, rights[rights.length - 1] - left, HAIR, SHADE);
        }
        return y;
    }

    private int head(Typesetter setter, int y) throws IOException {
        for (int column = 0; column < head.size(); column++) {
            put(TextBlock.of(Markup.flowed(head.get(column)), HEAD, ink, Integer.MAX_VALUE), head.get(column), column, setter.page(), y);
        }
        int end = y + HEAD.lineHeight() + BELOW_HEAD;
        ink.fill(setter.page(), left, end, rights[rights.length - 1] - left, RULE, Ink.PLAIN);
        return end + RULE;
    }

    private void put(TextBlock block, Element cell, int column, int page, int top) throws IOException {
        if (Markup.is(cell, "right")) {
            block.writeTo(ink, page, rights[column], top);
        } else {
            block.write(ink, page, (column == 0 ? left : rights[column - 1]) + indent(cell), top);
        }
    }
}
