package io.quittance.imports.control;

import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.ItemOutcome;
import io.quittance.catalogue.boundary.Catalogue;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.RowFault;
import io.quittance.imports.entity.ItemCandidate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes items of faultless rows. */
@ApplicationScoped
public class ItemIntake {

    @Inject
    Catalogue catalogue;

    Brought bring(List<ReadFile.Good<ItemCandidate>> rows) {
        List<ItemOutcome> outcomes = catalogue.createAll(rows.stream().map(row -> details(row.candidate())).toList());
        List<BrokenRow> broken = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof ItemOutcome.Refused refused) {
                broken.add(rows.get(i).broken(refused.faults().stream().map(RowFault::refused).toList()));
            }
        }
        return new Brought(rows.size() - broken.size(), 0, List.of(), broken);
    }

    private static ItemDetails details(ItemCandidate row) {
        return new ItemDetails(row.code(), row.name(), row.description(), row.unit(), Map.of(row.currency().getCurrencyCode(), row.price()),
                row.tax(), row.mode());
    }
}
