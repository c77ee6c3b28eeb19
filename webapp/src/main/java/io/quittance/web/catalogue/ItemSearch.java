package io.quittance.web.catalogue;

import io.quittance.Page;
import io.quittance.catalogue.ItemFilter;
import io.quittance.catalogue.ItemSort;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.web.language.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.util.List;

/** Finds items in use while their code or name is being typed. */
@Named("itemSearch")
@RequestScoped
public class ItemSearch {

    private static final int MOST = 12;

    @Inject
    Catalogue catalogue;

    /** By code, shown with the name. */
    public List<Choices.Choice> complete(String text) {
        return catalogue.page(ItemFilter.usable(text), Page.Request.first(MOST, ItemSort.CODE, true)).rows().stream()
                .map(item -> new Choices.Choice(item.code(), item.code() + " · " + item.name())).toList();
    }
}
