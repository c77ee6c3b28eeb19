package io.quittance.web.catalogue;

import io.quittance.catalogue.CommonUnit;
import io.quittance.catalogue.Item;
import io.quittance.catalogue.ItemFilter;
import io.quittance.catalogue.ItemId;
import io.quittance.catalogue.ItemOutcome;
import io.quittance.catalogue.ItemSort;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.web.language.Format;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Rows;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of items. */
@Named("items")
@ViewScoped
public class ItemsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Catalogue catalogue;

    @Inject
    transient Format format;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    private transient Rows<Item, ItemSort> rows;
    private String text = "";
    private String state = "ACTIVE";

    @PostConstruct
    void open() {
        rows = new Rows<>(ItemSort.CODE, true, request -> catalogue.page(filter(), request));
    }

    private ItemFilter filter() {
        return new ItemFilter(text, state == null || state.isEmpty() ? Optional.empty() : Optional.of("ACTIVE".equals(state)));
    }

    public void retire(long id) {
        say(catalogue.retire(new ItemId(id)), "item.retired");
    }

    public void reinstate(long id) {
        say(catalogue.reinstate(new ItemId(id)), "item.reinstated");
    }

    private void say(ItemOutcome outcome, String key) {
        switch (outcome) {
            case ItemOutcome.Saved saved -> say.done(key, saved.item().code());
            case ItemOutcome.Refused refused -> say.faults(refused.faults(), field -> null);
            case ItemOutcome.Unknown unknown -> say.refused("error.gone");
        }
    }

    /** The prices in one line, such as {@code 95 EUR · 110 USD}. */
    public String prices(Item item) {
        return item.details().prices().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(price -> format.decimal(price.getValue()) + " " + price.getKey()).collect(Collectors.joining(" · "));
    }

    /** The unit's name in the reader's language; the code where it has none here. */
    public String unit(String code) {
        return CommonUnit.of(code).map(unit -> unit.name(language.getLocale())).orElse(code);
    }

    public boolean isFiltered() {
        return !text.isBlank() || !"ACTIVE".equals(state);
    }

    public Rows<Item, ItemSort> getRows() {
        return rows;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
