package io.quittance.web.order;

import io.quittance.Fault;
import io.quittance.order.Acceptance;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelSettings;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderState;
import io.quittance.order.RuleSet;
import io.quittance.order.RulesOutcome;
import io.quittance.order.Severity;
import io.quittance.order.UnknownBuyer;
import io.quittance.order.WhatIf;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderDeadLetters;
import io.quittance.order.boundary.RuleBook;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account by which orders come: how it behaves, its rules, and what other rules would have done. */
@Named("orderChannel")
@ViewScoped
public class OrderChannelPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 30;

    @Inject
    transient Channels boundary;

    @Inject
    transient RuleBook book;

    @Inject
    transient OrderDeadLetters letters;

    @Inject
    transient Say say;

    private transient ChannelAccount account;
    private transient WhatIf whatIf;
    private Long id;
    private String name = "";
    private Acceptance acceptance;
    private UnknownBuyer unknownBuyers;
    private String zone;
    private ArrayList<RuleForm> rules = new ArrayList<>();
    private int days = DAYS;

    public void open() {
        Optional<ChannelAccount> found = id == null ? Optional.empty() : boundary.find(new ChannelId(id));
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        show(found.get());
        rules = RuleForm.of(book.of(new ChannelId(id)).orElseThrow());
    }

    private void show(ChannelAccount found) {
        account = found;
        name = found.name();
        acceptance = found.settings().acceptance();
        unknownBuyers = found.settings().unknownBuyers();
        zone = found.settings().zone().getId();
    }

    public void save() {
        ChannelSettings settings = new ChannelSettings(name, acceptance, ZoneId.of(zone), unknownBuyers,
                getAccount().settings().options());
        switch (boundary.change(new ChannelId(id), settings)) {
            case ChannelOutcome.Saved saved -> {
                show(saved.account());
                say.done("channel.saved");
            }
            case ChannelOutcome.Refused refused -> say.faults(refused.faults(), field -> "settings:" + field);
            case ChannelOutcome.Unknown gone -> say.refused("error.gone");
        }
    }

    /** Forgets what was read; the next showing asks again. */
    public void refresh() {
        account = null;
    }

    /** Takes orders from it again, or none any more. */
    public void toggle() {
        if (boundary.activate(new ChannelId(id), !getAccount().active()) instanceof ChannelOutcome.Saved saved) {
            show(saved.account());
        }
    }

    /** Shows what the rules as they stand on the page would have done; nothing changes. */
    public void tryOut() {
        whatIf = written().flatMap(set -> book.whatIf(new ChannelId(id), set, days)).orElse(null);
    }

    public void apply() {
        written().ifPresent(set -> {
            switch (book.change(new ChannelId(id), set)) {
                case RulesOutcome.Changed changed -> say.done("order.rules.saved");
                case RulesOutcome.Refused refused -> say.faults(refused.faults(), this::input);
                case RulesOutcome.Unknown gone -> say.refused("error.gone");
            }
        });
        whatIf = null;
    }

    /** Tries what waits of this account again, by the rules that are in force. */
    public void replay() {
        OrderFilter stopped = new OrderFilter("", Set.of(OrderState.REJECTED, OrderState.HELD), Optional.of(new ChannelId(id)),
                Optional.empty());
        say.done("order.replayed.all", letters.replayAll(stopped));
    }

    /** Puts on the page what an account of its kind begins with; nothing changes until it is applied. */
    public void begin() {
        rules = RuleForm.of(book.beginning(new ChannelId(id)).orElseThrow());
        whatIf = null;
    }

    private Optional<RuleSet> written() {
        RuleSet set = RuleSet.NONE;
        for (RuleForm form : rules) {
            try {
                set = form.rule().map(set::with).orElse(set);
            } catch (NumberFormatException none) {
                say.faults(List.of(Fault.of(form.getKind() + ".text", none.getMessage(), "order.amounts")), this::input);
                return Optional.empty();
            }
        }
        return Optional.of(set);
    }

    /** The input of a fault's field, such as {@code TOTALS.tolerance}. */
    private String input(String field) {
        String kind = field.substring(0, Math.max(0, field.indexOf('.')));
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).getKind().name().equals(kind)) {
                return "rules:rows:" + i + ":" + (rules.get(i).isWritten() ? "text" : "number");
            }
        }
        return null;
    }

    public ChannelAccount getAccount() {
        if (account == null) {
            account = boundary.find(new ChannelId(id)).orElseThrow(() -> new IllegalStateException("channel " + id + " is gone"));
        }
        return account;
    }

    /** What the rules on the page would have done; null before it was asked for. */
    public WhatIf getWhatIf() {
        return whatIf;
    }

    public List<RuleForm> getRules() {
        return rules;
    }

    public Severity[] getSeverities() {
        return Severity.values();
    }

    public Acceptance[] getAcceptances() {
        return Acceptance.values();
    }

    public UnknownBuyer[] getStrangers() {
        return UnknownBuyer.values();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public Acceptance getAcceptance() {
        return acceptance;
    }

    public void setAcceptance(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    public UnknownBuyer getUnknownBuyers() {
        return unknownBuyers;
    }

    public void setUnknownBuyers(UnknownBuyer unknownBuyers) {
        this.unknownBuyers = unknownBuyers;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
