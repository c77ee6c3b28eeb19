package io.quittance.web.catalogue;

import io.quittance.catalogue.CommonUnit;
import io.quittance.catalogue.Item;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.ItemId;
import io.quittance.catalogue.ItemOutcome;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.tax.PriceMode;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.invoice.TaxChoices;
import io.quittance.web.invoice.TaxKeys;
import io.quittance.web.language.Choices;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates and changes an item. */
@Named("itemDialog")
@ViewScoped
public class ItemDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Catalogue catalogue;

    @Inject
    transient TaxChoices taxes;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    private Long id;
    private String code = "";
    private String name = "";
    private String description = "";
    private String unit = CommonUnit.C62.name();
    private String tax;
    private PriceMode mode = PriceMode.NET;
    private Currency added;
    private final ArrayList<PriceForm> prices = new ArrayList<>();

    public void begin() {
        id = null;
        code = "";
        name = "";
        description = "";
        unit = CommonUnit.C62.name();
        tax = taxes.usual();
        mode = PriceMode.NET;
        prices.clear();
        prices.add(new PriceForm(tenant.get().currency(), null));
    }

    public void edit(long item) {
        Optional<Item> found = catalogue.find(new ItemId(item));
        if (found.isEmpty()) {
            begin();
            say.refused("error.gone");
            return;
        }
        ItemDetails details = found.get().details();
        id = item;
        code = details.code();
        name = details.name();
        description = details.description();
        unit = details.unit();
        tax = TaxKeys.key(details.tax());
        mode = details.mode();
        prices.clear();
        details.prices().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(price -> prices.add(new PriceForm(Currency.getInstance(price.getKey()), price.getValue())));
    }

    /** Makes room for a price in one more currency. */
    public void addPrice() {
        if (added != null && prices.stream().noneMatch(price -> price.getCurrency().equals(added))) {
            prices.add(new PriceForm(added, null));
        }
        added = null;
    }

    public void save() {
        Map<String, BigDecimal> given = new LinkedHashMap<>();
        prices.stream().filter(price -> price.getPrice() != null)
                .forEach(price -> given.put(price.getCurrency().getCurrencyCode(), price.getPrice()));
        ItemDetails details = new ItemDetails(code, name, description, unit, given, TaxKeys.rate(tax), mode);
        switch (id == null ? catalogue.create(details) : catalogue.change(new ItemId(id), details)) {
            case ItemOutcome.Saved saved -> say.done("item.saved", saved.item().code());
            case ItemOutcome.Refused refused -> say.faults(refused.faults(), this::inputOf);
            case ItemOutcome.Unknown unknown -> say.refused("error.gone");
        }
    }

    private String inputOf(String field) {
        if (!field.startsWith("prices")) {
            return "itemForm:" + field;
        }
        for (int i = 0; i < prices.size(); i++) {
            if (field.endsWith("." + prices.get(i).getCurrency())) {
                return "itemForm:prices:" + i + ":price";
            }
        }
        return "itemForm:prices:0:price";
    }

    /** The common units by name, and the item's own if it is none of them. */
    public List<Choices.Choice> getUnits() {
        List<Choices.Choice> units = new ArrayList<>(Arrays.stream(CommonUnit.values())
                .map(each -> new Choices.Choice(each.name(), each.name(language.getLocale()) + " (" + each.name() + ")")).toList());
        if (CommonUnit.of(unit).isEmpty()) {
            units.add(new Choices.Choice(unit, unit));
        }
        return units;
    }

    /** What the law knows today, and the item's own if it is none of these. */
    public List<Choices.Choice> getTaxes() {
        List<Choices.Choice> known = new ArrayList<>(taxes.getAll());
        if (tax != null && known.stream().noneMatch(each -> each.value().equals(tax))) {
            known.add(new Choices.Choice(tax, TaxKeys.rate(tax).toString()));
        }
        return known;
    }

    public boolean isFresh() {
        return id == null;
    }

    public List<PriceForm> getPrices() {
        return prices;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code == null ? "" : code.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description == null ? "" : description.strip();
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit == null ? "" : unit.strip();
    }

    public String getTax() {
        return tax;
    }

    public void setTax(String tax) {
        this.tax = tax;
    }

    public PriceMode getMode() {
        return mode;
    }

    public void setMode(PriceMode mode) {
        this.mode = mode;
    }

    public Currency getAdded() {
        return added;
    }

    public void setAdded(Currency added) {
        this.added = added;
    }
}
