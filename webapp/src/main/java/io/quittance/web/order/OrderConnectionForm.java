package io.quittance.web.order;

import io.quittance.Fault;
import io.quittance.config.Configuration;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelSettings;
import io.quittance.order.MailboxOutcome;
import io.quittance.order.boundary.Channels;
import io.quittance.order.boundary.Mailboxes;
import io.quittance.order.boundary.OrderRoutes;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a shop or a mailbox is connected: options and secrets of its kind, the address for webhooks, and a trial. */
@Named("orderConnection")
@ViewScoped
public class OrderConnectionForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> SHOP = List.of("shop", "untaxed", "taxIdField");
    private static final List<String> SHOP_SECRETS = List.of("secret", "previousSecret");
    private static final Map<ChannelKind, List<String>> OPTIONS = Map.of(ChannelKind.SHOPIFY, SHOP,
            ChannelKind.WOOCOMMERCE, List.of("shop", "states", "untaxed", "taxIdField"),
            ChannelKind.MAIL, List.of("host", "port", "user", "folder", "senders"), ChannelKind.CONNECTOR, List.of("plugin"));
    private static final Map<ChannelKind, List<String>> SECRETS = Map.of(ChannelKind.SHOPIFY, SHOP_SECRETS,
            ChannelKind.WOOCOMMERCE, SHOP_SECRETS, ChannelKind.MAIL, List.of("password"));

    @Inject
    transient OrderChannelPage page;

    @Inject
    transient Channels channels;

    @Inject
    transient OrderRoutes routes;

    @Inject
    transient Mailboxes mailboxes;

    @Inject
    transient Configuration configuration;

    @Inject
    transient Say say;

    private ArrayList<Row> rows;

    /** One input. Public, for the page reads and writes it. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final boolean secret;
        private final boolean kept;
        private String value;

        Row(String key, boolean secret, boolean kept, String value) {
            this.key = key;
            this.secret = secret;
            this.kept = kept;
            this.value = value;
        }

        public String getKey() {
            return key;
        }

        public boolean isSecret() {
            return secret;
        }

        /** Whether a value is stored that is not shown. */
        public boolean isKept() {
            return kept;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value == null ? "" : value;
        }
    }

    /** Whether accounts of its kind are connected to anything. */
    public boolean isConnected() {
        return OPTIONS.containsKey(account().kind());
    }

    public boolean isShop() {
        return Shops.areOf(account().kind());
    }

    public boolean isMailbox() {
        return account().kind() == ChannelKind.MAIL;
    }

    /** Where the shop is to send its webhooks. */
    public String getAddress() {
        return Shops.address(configuration, routes.of(account().id()));
    }

    public List<Row> getRows() {
        if (rows == null) {
            ChannelAccount account = account();
            rows = new ArrayList<>();
            OPTIONS.getOrDefault(account.kind(), List.of())
                    .forEach(key -> rows.add(new Row(key, false, false, account.settings().option(key))));
            SECRETS.getOrDefault(account.kind(), List.of())
                    .forEach(key -> rows.add(new Row(key, true, account.secrets().contains(key), "")));
        }
        return rows;
    }

    public void save() {
        ChannelSettings before = account().settings();
        Map<String, String> options = new TreeMap<>(before.options());
        Map<String, String> secrets = new TreeMap<>();
        for (Row row : getRows()) {
            String value = row.getValue().strip();
            if (row.isSecret()) {
                if (!value.isEmpty()) {
                    secrets.put(row.getKey(), value);
                }
            } else if (value.isEmpty()) {
                options.remove(row.getKey());
            } else {
                options.put(row.getKey(), value);
            }
        }
        ChannelOutcome outcome = channels.change(account().id(), new ChannelSettings(before.name(), before.acceptance(), before.zone(),
                before.unknownBuyers(), options));
        switch (outcome) {
            case ChannelOutcome.Saved saved -> {
                if (!secrets.isEmpty()) {
                    channels.keepSecrets(account().id(), secrets);
                }
                page.refresh();
                rows = null;
                say.done("channel.saved");
            }
            case ChannelOutcome.Refused refused -> say.faults(refused.faults(), this::input);
            case ChannelOutcome.Unknown gone -> say.refused("error.gone");
        }
    }

    /** Tries the mailbox as it is stored. */
    public void test() {
        mailboxes.test(account().id()).ifPresent(outcome -> {
            switch (outcome) {
                case MailboxOutcome.Reached(int messages) -> say.done("channel.test.reached", messages);
                case MailboxOutcome.Refused(List<Fault> faults) -> say.faults(faults, this::input);
            }
        });
    }

    private String input(String field) {
        for (int i = 0; i < getRows().size(); i++) {
            if (getRows().get(i).getKey().equals(field)) {
                return "connection:rows:" + i + ":" + (getRows().get(i).isSecret() ? "secret" : "value");
            }
        }
        return null;
    }

    private ChannelAccount account() {
        return page.getAccount();
    }
}
