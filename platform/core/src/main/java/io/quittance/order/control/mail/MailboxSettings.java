package io.quittance.order.control.mail;

import io.quittance.Fault;
import io.quittance.order.ChannelAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a mailbox is reached and whose mail counts, from the options and secrets of its account.
 *
 * @param secure  TLS from the first byte, the certificate held to the host's name; never otherwise but on a developer's machine
 * @param senders addresses, or domains with a leading {@code @}, in lower case
 */
public record MailboxSettings(String host, int port, boolean secure, String user, String password, String folder, Set<String> senders) {

    /** Names of the options. */
    public static final String HOST = "host";
    public static final String PORT = "port";
    public static final String USER = "user";
    public static final String FOLDER = "folder";
    public static final String SENDERS = "senders";
    public static final String SECURITY = "security";
    /** Name of the secret. */
    public static final String PASSWORD = "password";

    private static final int IMAPS = 993;
    private static final int HIGHEST_PORT = 65535;
    private static final String NONE = "none";
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern SENDER = Pattern.compile("([^@\\s,]{1,64})?@[A-Za-z0-9.-]{1,253}");

    /** What is wrong with the options; empty when a connection can be tried. */
    public static List<Fault> check(ChannelAccount account, Map<String, String> secrets) {
        List<Fault> faults = new ArrayList<>();
        String host = account.settings().option(HOST);
        if (!HOST_NAME.matcher(host).matches()) {
            faults.add(Fault.of(HOST, host, "mailbox.host"));
        }
        String port = account.settings().option(PORT);
        if (!port.isEmpty() && (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > HIGHEST_PORT)) {
            faults.add(Fault.of(PORT, port, "number.outside", 1, HIGHEST_PORT));
        }
        if (account.settings().option(USER).isBlank()) {
            faults.add(Fault.of(USER, "", "text.missing"));
        }
        if (secrets.getOrDefault(PASSWORD, "").isEmpty()) {
            faults.add(Fault.of(PASSWORD, "", "text.missing"));
        }
        Set<String> senders = senders(account);
        if (senders.isEmpty()) {
            faults.add(Fault.of(SENDERS, "", "mailbox.senders"));
        }
        senders.stream().filter(sender -> !SENDER.matcher(sender).matches())
                .forEach(sender -> faults.add(Fault.of(SENDERS, sender, "mailbox.senders")));
        return faults;
    }

    /** Of options that were checked. */
    public static MailboxSettings of(ChannelAccount account, Map<String, String> secrets) {
        String port = account.settings().option(PORT);
        String folder = account.settings().option(FOLDER);
        return new MailboxSettings(account.settings().option(HOST), port.isEmpty() ? IMAPS : Integer.parseInt(port),
                !account.settings().option(SECURITY).equals(NONE), account.settings().option(USER).strip(), secrets.get(PASSWORD),
                folder.isEmpty() ? "INBOX" : folder, senders(account));
    }

    private static Set<String> senders(ChannelAccount account) {
        return Arrays.stream(account.settings().option(SENDERS).split("[,;\\s]+")).filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Whether mail from that address counts. */
    public boolean welcomes(String address) {
        String plain = address.toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        return at > 0 && (senders.contains(plain) || senders.contains(plain.substring(at)));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + host + ":" + port + " in " + folder;
    }
}
