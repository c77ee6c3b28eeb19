package io.quittance.catalogue.boundary;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.catalogue.Item;
import io.quittance.catalogue.ItemDetails;
import io.quittance.catalogue.ItemFilter;
import io.quittance.catalogue.ItemId;
import io.quittance.catalogue.ItemOutcome;
import io.quittance.catalogue.ItemSort;
import io.quittance.catalogue.control.ItemRows;
import io.quittance.catalogue.control.ItemRules;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the business sells. */
@Boundary
public class Catalogue {

    private static final String KIND = "item";

    @Inject
    ItemRows rows;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    @Requires(Permission.INVOICE_WRITE)
    public ItemOutcome create(ItemDetails details) {
        return createAll(List.of(details)).getFirst();
    }

    /** Many at once, in one unit; an outcome for each, in the same order. What is refused leaves the others alone. */
    @Requires(Permission.INVOICE_WRITE)
    public List<ItemOutcome> createAll(List<ItemDetails> all) {
        Set<String> taken = new HashSet<>(byCodes(all.stream().map(ItemDetails::code).toList()).keySet());
        List<ItemOutcome> outcomes = new ArrayList<>();
        List<Item> made = new ArrayList<>();
        for (ItemDetails details : all) {
            List<Fault> faults = new ArrayList<>(ItemRules.check(details));
            if (!details.code().isEmpty() && !taken.add(key(details.code()))) {
                faults.add(Fault.of("code", details.code(), "item.codeTaken"));
            }
            if (!faults.isEmpty()) {
                outcomes.add(new ItemOutcome.Refused(faults));
                continue;
            }
            Item item = new Item(new ItemId(ids.next()), details, true, clock.instant());
            made.add(item);
            outcomes.add(new ItemOutcome.Saved(item));
        }
        rows.add(made);
        made.forEach(item -> note("created", item.id(), null, item.details()));
        return outcomes;
    }

    /** Invoices that were drafted or issued with it keep what they say. */
    @Requires(Permission.INVOICE_WRITE)
    public ItemOutcome change(ItemId id, ItemDetails details) {
        Optional<Item> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ItemOutcome.Unknown(id);
        }
        Item before = found.get();
        List<Fault> faults = new ArrayList<>(ItemRules.check(details));
        Item holder = byCodes(List.of(details.code())).get(key(details.code()));
        if (holder != null && !holder.id().equals(id)) {
            faults.add(Fault.of("code", details.code(), "item.codeTaken"));
        }
        if (!faults.isEmpty()) {
            return new ItemOutcome.Refused(faults);
        }
        rows.change(id, details);
        note("changed", id, before.details(), details);
        return new ItemOutcome.Saved(new Item(id, details, before.active(), before.createdAt()));
    }

    /** Takes it from the choice for new invoices; asking twice is harmless. */
    @Requires(Permission.INVOICE_WRITE)
    public ItemOutcome retire(ItemId id) {
        return activate(id, false, "retired");
    }

    @Requires(Permission.INVOICE_WRITE)
    public ItemOutcome reinstate(ItemId id) {
        return activate(id, true, "reinstated");
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<Item> find(ItemId id) {
        return rows.find(id);
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<Item> byCode(String code) {
        return Optional.ofNullable(byCodes(List.of(code)).get(key(code)));
    }

    /** Those that exist, by their code in lower case. */
    @Requires(Permission.INVOICE_READ)
    public Map<String, Item> byCodes(List<String> codes) {
        return rows.byCode(codes.stream().filter(ItemRules::isCode).distinct().toList());
    }

    @Requires(Permission.INVOICE_READ)
    public Page<Item> page(ItemFilter filter, Page.Request<ItemSort> request) {
        return rows.page(filter, request);
    }

    private ItemOutcome activate(ItemId id, boolean active, String action) {
        Optional<Item> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ItemOutcome.Unknown(id);
        }
        Item item = found.get();
        if (item.active() != active) {
            rows.activate(id, active);
            note(action, id, Map.of("active", item.active()), Map.of("active", active));
        }
        return new ItemOutcome.Saved(new Item(id, item.details(), active, item.createdAt()));
    }

    private void note(String action, ItemId id, Object before, Object after) {
        audit.record(action, KIND, id.value(), before, after);
        changes.announce(KIND, id.value());
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
