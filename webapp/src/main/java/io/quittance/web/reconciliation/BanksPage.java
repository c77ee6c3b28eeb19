package io.quittance.web.reconciliation;

import io.quittance.Fault;
import io.quittance.bankfeed.BeginOutcome;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.FeedOffer;
import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.plugin.PluginId;
import io.quittance.web.language.Language;
import io.quittance.web.shell.May;
import io.quittance.web.shell.Say;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The banks whose accounts are read, and a new one to connect. */
@Named("banks")
@ViewScoped
public class BanksPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long SOON_DAYS = 14;

    @Inject
    transient BankFeeds feeds;

    @Inject
    transient Language language;

    @Inject
    transient Clock clock;

    @Inject
    transient May may;

    @Inject
    transient Say say;

    private transient List<Connection> all;
    private transient List<FeedOffer> offers;
    /** Of this page: pressed twice, one connection is begun. */
    private String key;
    private String chosen;
    private final ArrayList<ChosenAccount> accounts = new ArrayList<>();

    @PostConstruct
    void open() {
        key = UUID.randomUUID().toString();
    }

    public void refresh() {
        all = null;
    }

    /** Sends the browser to the bank. */
    public void connect(FeedOffer offer) {
        go(feeds.connect(offer.plugin(), offer.plugin() + ":" + key, language.getLocale()));
    }

    public void renew(Connection connection) {
        go(feeds.renew(connection.id(), language.getLocale()));
    }

    private void go(BeginOutcome outcome) {
        switch (outcome) {
            case BeginOutcome.Opened opened -> redirect(opened);
            case BeginOutcome.NotOpened(String reason) -> say.refused("banks.notOpened", reason);
            case BeginOutcome.Unknown _ -> say.refused("error.gone");
        }
    }

    private void redirect(BeginOutcome.Opened opened) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(opened.page().toString());
        } catch (IOException broken) {
            say.refused("banks.notOpened", broken.getMessage());
        }
    }

    /** Opens the choice of a connection's accounts. */
    public void choose(Connection connection) {
        chosen = connection.id().toString();
        accounts.clear();
        connection.accounts().forEach(account -> accounts.add(new ChosenAccount(account)));
    }

    public void save() {
        List<Fault> faults = feeds.choose(new ConnectionId(Long.parseLong(chosen)),
                accounts.stream().map(ChosenAccount::choice).toList());
        if (faults.isEmpty()) {
            say.done("banks.chosen");
            chosen = null;
            refresh();
        } else {
            say.faults(faults, field -> field.replaceFirst("accounts\\[(\\d+)]\\.number", "banks:accounts:$1:number"));
        }
    }

    public void cancel() {
        chosen = null;
    }

    public void look(Connection connection) {
        if (feeds.lookNow(connection.id())) {
            say.done("banks.looking");
        }
        refresh();
    }

    public void disconnect(Connection connection) {
        if (feeds.disconnect(connection.id())) {
            say.done("banks.ended");
        }
        refresh();
    }

    public List<Connection> getAll() {
        if (all == null) {
            all = feeds.all();
        }
        return all;
    }

    public List<FeedOffer> getOffers() {
        if (offers == null) {
            offers = may.use("BANK_FEED_MANAGE") ? feeds.offers() : List.of();
        }
        return offers;
    }

    /** Days left to read, never below none. */
    public long daysLeft(Connection connection) {
        return Math.max(0, connection.daysLeft(clock).orElse(0L));
    }

    public boolean endsSoon(Connection connection) {
        return connection.daysLeft(clock).filter(days -> days <= SOON_DAYS).isPresent();
    }

    /** Whether a person decides which accounts are read. */
    public boolean isChoosing() {
        return chosen != null;
    }

    public List<ChosenAccount> getAccounts() {
        return accounts;
    }
}
