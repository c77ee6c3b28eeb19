package io.quittance.web.fourway;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.fourway.SettlementDelays;
import io.quittance.fourway.SettlementPace;
import io.quittance.fourway.boundary.FourWayStatement;
import io.quittance.plugin.Capability;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How long the money of each gateway takes, and how long it may take before it is missed; in days. */
@Named("settlementDelays")
@ViewScoped
public class SettlementDelaysForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient FourWayStatement statement;

    @Inject
    transient Plugins plugins;

    @Inject
    transient Permissions permissions;

    @Inject
    transient Say say;

    private ArrayList<Row> rows;
    private Integer bank;
    private Integer otherwise;

    /** A gateway. Public, for the page reads and writes it. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String gateway;
        private final String name;
        private final transient SettlementPace pace;
        private Integer days;

        Row(String gateway, String name, SettlementPace pace, Integer days) {
            this.gateway = gateway;
            this.name = name;
            this.pace = pace;
            this.days = days;
        }

        public String getName() {
            return name;
        }

        /** How long it took of late; null where nobody can tell. */
        public SettlementPace getPace() {
            return pace;
        }

        /** Null for as long as any other gateway. */
        public Integer getDays() {
            return days;
        }

        public void setDays(Integer days) {
            this.days = days;
        }
    }

    @PostConstruct
    void open() {
        SettlementDelays delays = statement.delays();
        bank = delays.bank();
        otherwise = delays.otherwise();
        Map<String, SettlementPace> paces = new TreeMap<>();
        statement.pace().forEach(pace -> paces.put(pace.gateway(), pace));
        Map<String, String> names = new TreeMap<>();
        plugins.enabled(Capability.PAYMENT_GATEWAY).forEach(one -> names.put(one.plugin().value(), one.name()));
        TreeSet<String> gateways = new TreeSet<>(names.keySet());
        gateways.addAll(paces.keySet());
        gateways.addAll(delays.settlement().keySet());
        rows = new ArrayList<>();
        gateways.forEach(gateway -> rows.add(new Row(gateway, names.getOrDefault(gateway, gateway), paces.get(gateway),
                delays.settlement().get(gateway))));
    }

    public void save() {
        Map<String, Integer> settlement = new TreeMap<>();
        rows.stream().filter(row -> row.getDays() != null).forEach(row -> settlement.put(row.gateway, row.getDays()));
        List<Fault> faults = statement.delays(new SettlementDelays(bank, settlement, otherwise));
        if (faults.isEmpty()) {
            say.done("delays.saved");
        } else {
            say.faults(faults, field -> input());
        }
    }

    /** The first input that is out of bounds. */
    private String input() {
        for (int i = 0; i < rows.size(); i++) {
            if (isOutside(rows.get(i).getDays())) {
                return "delays:rows:" + i + ":days";
            }
        }
        return isOutside(otherwise) ? "delays:otherwise" : "delays:bank";
    }

    private static boolean isOutside(Integer days) {
        return days != null && (days < 0 || days > SettlementDelays.MOST);
    }

    /** Whether this person may only look. */
    public boolean isFixed() {
        return !permissions.allowed(Permission.SETTINGS_WRITE);
    }

    public List<Row> getRows() {
        return rows;
    }

    public Integer getBank() {
        return bank;
    }

    public void setBank(Integer bank) {
        this.bank = bank;
    }

    public Integer getOtherwise() {
        return otherwise;
    }

    public void setOtherwise(Integer otherwise) {
        this.otherwise = otherwise;
    }
}
