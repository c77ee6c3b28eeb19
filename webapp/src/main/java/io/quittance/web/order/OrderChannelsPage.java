package io.quittance.web.order;

import io.quittance.order.Acceptance;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelRate;
import io.quittance.order.ChannelSettings;
import io.quittance.order.UnknownBuyer;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.OrderRates;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The accounts by which orders come, and how many of their orders the rules refuse. */
@Named("orderChannels")
@ViewScoped
public class OrderChannelsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 30;

    @Inject
    transient Channels boundary;

    @Inject
    transient OrderRates boundaryOfRates;

    @Inject
    transient CurrentTenant tenant;

    @Inject
    transient Clock clock;

    @Inject
    transient Say say;

    private transient List<ChannelAccount> accounts;
    private transient List<ChannelRate> rates;
    private ChannelKind kind = ChannelKind.FILE;
    private String name = "";
    private LocalDate from;
    private LocalDate to;

    @PostConstruct
    void open() {
        to = tenant.get().today(clock);
        from = to.minusDays(DAYS);
    }

    /** Makes an account that makes drafts and takes buyers in; what is to be different is set on its page. */
    public String create() {
        ChannelSettings settings = new ChannelSettings(name, Acceptance.DRAFT, tenant.get().zone(), UnknownBuyer.CREATE, Map.of());
        return switch (boundary.create(kind, settings)) {
            case ChannelOutcome.Saved saved -> {
                say.done("channel.created", saved.account().name());
                yield "/app/order/channel.xhtml?faces-redirect=true&id=" + saved.account().id();
            }
            case ChannelOutcome.Refused refused -> {
                say.faults(refused.faults(), field -> "create:" + field);
                yield null;
            }
            case ChannelOutcome.Unknown impossible -> throw new IllegalStateException("a new account cannot be " + impossible);
        };
    }

    public void refresh() {
        accounts = null;
        rates = null;
    }

    public List<ChannelAccount> getAccounts() {
        if (accounts == null) {
            accounts = boundary.all();
        }
        return accounts;
    }

    public List<ChannelRate> getRates() {
        if (rates == null) {
            rates = from == null || to == null || from.isAfter(to) ? List.of() : boundaryOfRates.between(from, to);
        }
        return rates;
    }

    public ChannelKind[] getKinds() {
        return ChannelKind.values();
    }

    public ChannelKind getKind() {
        return kind;
    }

    public void setKind(ChannelKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }
}
