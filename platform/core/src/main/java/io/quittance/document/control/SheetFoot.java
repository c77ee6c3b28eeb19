package io.quittance.document.control;

import io.quittance.document.control.Ink.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The lines below every page: who the seller is, and which page of how many this is. */
final class SheetFoot {

    private static final Style SMALL = Style.of(7000, 150, Ink.GREY);
    private static final int TOP = Typesetter.mm(2970 - 340 + 40);
    private static final int LEFT = Typesetter.mm(250);
    private static final int WIDTH = Typesetter.mm(1650);
    private static final int GAP = Typesetter.mm(50);
    private static final int BORDER = 0xd1d5db;

    private SheetFoot() {
    }

    static void set(Element row, Ink ink) throws IOException {
        List<Element> cells = Markup.children(row);
        String word = Markup.flowed(cells.getLast());
        for (int page = 0; page < ink.pages(); page++) {
            ink.fill(page, LEFT, TOP, WIDTH, 400, BORDER);
            int text = TOP + 400 + Typesetter.mm(25);
            String counted = word + " " + (page + 1) + " / " + ink.pages();
            int counting = ink.width(counted, SMALL);
            int columns = Math.max(1, cells.size() - 1);
            int free = WIDTH - counting - GAP * columns;
            List<TextBlock> blocks = new ArrayList<>();
            for (int i = 0; i < cells.size() - 1; i++) {
                blocks.add(TextBlock.of(Markup.flowed(cells.get(i)), SMALL, ink, free / (columns - i)));
                free -= blocks.getLast().wide();
            }
            int left = LEFT;
            for (TextBlock block : blocks) {
                block.write(ink, page, left, text);
                left += block.wide() + GAP + Math.max(0, free) / (columns + 1);
            }
            ink.write(page, LEFT + WIDTH - counting, text, counted, SMALL);
        }
    }
}
