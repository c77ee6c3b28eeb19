package io.quittance.document.control;

import io.quittance.document.control.Ink.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Sets the markup of invoice.xhtml, and of nothing else, by the measures of its style sheet: a general renderer spends most of
 * its time on finding out again what is the same in every document. What it does not know it refuses, and
 * {@link PdfPress} takes the general renderer.
 */
final class Typesetter {

    private static final int LEFT = mm(250);
    private static final int WIDTH = mm(1650);
    private static final int RIGHT = LEFT + WIDTH;
    private static final int TOP = mm(200);
    private static final int BOTTOM = mm(2970 - 340);
    private static final int PAGE = BOTTOM - TOP;
    private static final int GAP = mm(30);
    private static final int RULE = 800;
    private static final Style BODY = Style.of(9000, 145, Ink.PLAIN);
    private static final Style TITLE = Style.of(15_000, 125, Ink.BLUE);
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    private final Ink ink;
    private int page;
    private int y = TOP;

    /** The markup has something that is not known here, or that does not fit. */
    static final class Unknown extends Exception {

        private static final long serialVersionUID = 1L;

        Unknown(String what) {
            super(what);
        }
    }

    private Typesetter(Ink ink) {
        this.ink = ink;
    }

    /** @param tenths of a millimetre */
    static int mm(int tenths) {
        return (int) (tenths * 283_465L / 1000);
    }

    /** @throws Unknown when nothing of what was written is to be used */
    static void set(Element body, Ink ink) throws IOException, Unknown {
        if (!ink.hasAll(Markup.exact(body))) {
            throw new Unknown("letters");
        }
        Typesetter setter = new Typesetter(ink);
        ink.addPage();
        Element foot = null;
        for (Element part : Markup.children(body)) {
            if (Markup.is(part, "foot")) {
                foot = part;
            } else {
                setter.part(part);
            }
        }
        if (foot != null) {
            SheetFoot.set(Markup.rows(Markup.child(foot, "table").orElseThrow()).getFirst(), ink);
        }
    }

    private void part(Element part) throws IOException, Unknown {
        switch (part.getAttribute("class")) {
            case "head" -> head(Markup.children(Markup.rows(part).getFirst()));
            case "" -> address(Markup.children(Markup.rows(part).getFirst()));
            case "lines" -> y = new LineTable(part, ink, LEFT, WIDTH).set(this, y + mm(140));
            case "sums" -> sums(Markup.rows(Markup.child(part, "table").orElseThrow()));
            case "note" -> note(part);
            case "pay" -> pay(part);
            default -> throw new Unknown(part.getAttribute("class"));
        }
    }

    /** @return where it begins: there, or at the top of a new page */
    int room(int top, int height) throws IOException, Unknown {
        if (height > PAGE) {
            throw new Unknown("larger than a page");
        }
        if (top + height <= BOTTOM) {
            return top;
        }
        ink.addPage();
        page++;
        return TOP;
    }

    int page() {
        return page;
    }

    private void head(List<Element> cells) throws IOException {
        List<Element> marks = Markup.children(cells.get(1));
        String draft = marks.isEmpty() ? "" : Markup.flowed(marks.getFirst());
        String kind = Markup.flowed(cells.get(1));
        kind = kind.substring(0, kind.length() - draft.length());
        int right = RIGHT - ink.width(draft, TITLE);
        int left = right - ink.width(kind, TITLE);
        TextBlock brand = TextBlock.of(Markup.flowed(cells.getFirst()), new Style(true, 15_000, 125, Ink.DARK, -200), ink,
                left - GAP - LEFT);
        brand.write(ink, page, LEFT, y);
        ink.write(page, left, y, kind, TITLE);
        ink.write(page, right, y, draft, TITLE.in(Ink.RED));
        y += brand.height() + mm(150);
    }

    private void address(List<Element> cells) throws IOException {
        int half = WIDTH * 55 / 100;
        int window = y;
        for (Element part : Markup.children(cells.getFirst())) {
            boolean sender = Markup.is(part, "sender");
            TextBlock text = TextBlock.of(Markup.flowed(part), sender ? Style.of(6500, 145, Ink.GREY) : Style.of(9500, 150, Ink.PLAIN),
                    ink, half - GAP);
            text.write(ink, page, LEFT, window);
            window += text.height() + (sender ? mm(15) : 0);
        }
        int facts = y;
        int label = (WIDTH - half) * 42 / 100;
        for (Element row : Markup.rows(Markup.child(cells.get(1), "table").orElseThrow())) {
            List<Element> pair = Markup.children(row);
            TextBlock name = TextBlock.of(Markup.flowed(pair.getFirst()), BODY.in(Ink.GREY), ink, label - GAP / 2);
            TextBlock value = TextBlock.of(Markup.flowed(pair.get(1)), BODY.in(Ink.DARK).inBold(), ink, WIDTH - half - label);
            name.write(ink, page, LEFT + half, facts + mm(6));
            value.writeTo(ink, page, RIGHT, facts + mm(6));
            facts += Math.max(name.height(), value.height()) + mm(12);
        }
        y = Math.max(window, facts);
    }

    private void sums(List<Element> rows) throws IOException, Unknown {
        int height = mm(50);
        for (Element row : rows) {
            height += sumHeight(row);
        }
        int top = room(y, height);
        top += top == TOP ? 0 : mm(50);
        for (Element row : rows) {
            boolean total = Markup.is(row, "total");
            Style style = total ? Style.of(12_000, 145, Ink.DARK).inBold() : Markup.is(row, "muted") ? BODY.in(Ink.GREY) : BODY;
            List<Element> cells = Markup.children(row);
            if (total) {
                ink.fill(page, RIGHT - mm(840), top, mm(840), RULE, Ink.PLAIN);
            }
            int text = top + (total ? mm(24) + RULE : mm(11));
            ink.write(page, RIGHT - mm(840), text, Markup.flowed(cells.getFirst()), style);
            String amount = Markup.flowed(cells.get(1));
            ink.write(page, RIGHT - ink.width(amount, style), text, amount, style);
            top += sumHeight(row);
        }
        y = top;
    }

    private static int sumHeight(Element row) {
        return Markup.is(row, "total") ? mm(24) + RULE + 12 * 1450 + mm(11)
                : mm(11) + BODY.lineHeight() + (Markup.is(row, "gap") ? mm(24) : mm(11));
    }

    private void note(Element part) throws IOException, Unknown {
        TextBlock text = TextBlock.of(Markup.exact(part), BODY, ink, WIDTH);
        int top = room(y + mm(70), text.height());
        text.write(ink, page, LEFT, top);
        y = top + text.height();
    }

    private void pay(Element part) throws IOException, Unknown {
        int height = pay(part, 0, false);
        int top = room(y + mm(90), height);
        ink.fill(page, LEFT, top, WIDTH, height, 0xf3f6fd);
        ink.fill(page, LEFT, top, 2200, height, Ink.BLUE);
        pay(part, top, true);
        y = top + height;
    }

    /** @return how high it is; nothing is written unless it is to be */
    private int pay(Element part, int top, boolean write) throws IOException, Unknown {
        int left = LEFT + 2200 + mm(50);
        int at = top + mm(45);
        for (Element inner : Markup.children(part)) {
            if (Markup.is(inner, "lead")) {
                TextBlock lead = TextBlock.of(Markup.flowed(inner), BODY.in(Ink.DARK).inBold(), ink, RIGHT - mm(50) - left);
                if (write) {
                    lead.write(ink, page, left, at);
                }
                at += lead.height() + mm(20);
            } else if (inner.getLocalName().equals("table")) {
                for (Element row : Markup.rows(inner)) {
                    List<Element> pair = Markup.children(row);
                    TextBlock label = TextBlock.of(Markup.flowed(pair.getFirst()), BODY.in(Ink.GREY), ink, mm(360) - GAP / 2);
                    TextBlock value = TextBlock.of(Markup.flowed(pair.get(1)), BODY, ink, RIGHT - mm(50) - left - mm(360));
                    if (write) {
                        label.write(ink, page, left, at);
                        value.write(ink, page, left + mm(360), at);
                    }
                    at += Math.max(label.height(), value.height());
                }
            } else if (Markup.is(inner, "code")) {
                at = code(inner, left, at + mm(30), write);
            } else {
                throw new Unknown(inner.getAttribute("class"));
            }
        }
        return at + mm(45) - top;
    }

    private int code(Element code, int left, int top, boolean write) throws IOException {
        Element drawing = Markup.child(code, "object").orElseThrow();
        Style style = Style.of(7500, 145, Ink.GREY);
        if (write) {
            ink.fill(page, left, top, mm(300), mm(300), 0xffffff);
            List<int[]> runs = new ArrayList<>();
            Matcher run = RUN.matcher(drawing.getAttribute("data"));
            while (run.find()) {
                runs.add(new int[] {Integer.parseInt(run.group(1)), Integer.parseInt(run.group(2)), Integer.parseInt(run.group(3))});
            }
            ink.squares(page, left, top, mm(300) / Integer.parseInt(drawing.getAttribute("standby")), runs);
            ink.write(page, left, top + mm(300), Markup.flowed(Markup.child(code, "div").orElseThrow()), style);
        }
        return top + mm(300) + style.lineHeight();
    }
}
