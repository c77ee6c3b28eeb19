package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.catalogue.CommonUnit;
import io.quittance.catalogue.Item;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.invoice.FilledLines;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.LineWish;
import io.quittance.tax.PriceMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills lines from the catalogue. What a line says itself wins. */
@ApplicationScoped
public class LineFilling {

    @Inject
    Catalogue catalogue;

    /** @param language of the document. @param discount of lines that do not say otherwise, in percent. @param prices of the document */
    public FilledLines fill(List<LineWish> wishes, String currency, Locale language, BigDecimal discount, PriceMode prices) {
        Map<String, Item> items = catalogue.byCodes(wishes.stream().map(LineWish::item).filter(code -> !code.isEmpty()).toList());
        List<LineInput> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            LineWish wish = wishes.get(i);
            Optional<Item> item = Optional.ofNullable(items.get(wish.item().toLowerCase(Locale.ROOT)));
            String line = "lines[" + i + "]";
            fault(wish, item, currency).ifPresent(fault -> faults.add(fault.within(line)));
            lines.add(line(wish, item.map(Item::details), currency, language, discount, prices));
        }
        return new FilledLines(lines, faults);
    }

    private static LineInput line(LineWish wish, Optional<ItemDetails> item, String currency, Locale language, BigDecimal discount,
            PriceMode prices) {
        return new LineInput(wish.description().or(() -> item.map(ItemDetails::lineText)).orElse(""), wish.quantity(),
                wish.unit().or(() -> item.map(of -> CommonUnit.word(of.unit(), language))).orElse(""),
                wish.unitPrice().or(() -> item.flatMap(of -> of.price(currency, prices))).orElse(null),
                wish.discountPercent().orElse(discount), wish.tax().or(() -> item.map(ItemDetails::tax)).orElse(null));
    }

    private static Optional<Fault> fault(LineWish wish, Optional<Item> item, String currency) {
        if (wish.item().isEmpty()) {
            return Optional.empty();
        }
        if (item.isEmpty()) {
            return Optional.of(Fault.of("item", wish.item(), "item.unknown"));
        }
        if (!item.get().active()) {
            return Optional.of(Fault.of("item", wish.item(), "item.retired"));
        }
        boolean priced = wish.unitPrice().isPresent() || item.get().details().prices().containsKey(currency);
        return priced ? Optional.empty() : Optional.of(Fault.of("unitPrice", "", "item.noPrice", currency));
    }
}
