package io.quittance.web.alert;

import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertPolicy;
import io.quittance.spi.money.Money;
import java.io.Serializable;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One kind of alert, as a person fills it in. */
public class AlertRuleForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern AMOUNT = Pattern.compile("([A-Za-z]{3})\\s+(\\d{1,15}(?:\\.\\d{1,4})?)");

    private final AlertKind kind;
    private final HashMap<String, Boolean> roles = new HashMap<>();
    private boolean live;
    private boolean mail;
    private String from;
    private String people;

    AlertRuleForm(AlertKind kind, AlertPolicy.Rule rule, List<String> roleNames) {
        this.kind = kind;
        this.live = rule.live();
        this.mail = rule.mail();
        this.from = rule.from().values().stream().map(AlertRuleForm::text).sorted().collect(Collectors.joining(", "));
        this.people = String.join(", ", rule.people());
        roleNames.forEach(role -> roles.put(role, rule.roles().contains(role)));
    }

    private static String text(Money amount) {
        return amount.currency().getCurrencyCode() + " " + amount.toDecimal().toPlainString();
    }

    /** Whether the amounts are such. */
    boolean isReadable() {
        return parts(from).allMatch(part -> read(part).isPresent());
    }

    /** What was filled in. */
    AlertPolicy.Rule rule() {
        Map<String, Money> amounts = new LinkedHashMap<>();
        parts(from).flatMap(part -> read(part).stream()).forEach(amount -> amounts.put(amount.currency().getCurrencyCode(), amount));
        return new AlertPolicy.Rule(live, mail, amounts, parts(people).toList(), roles.entrySet().stream()
                .filter(role -> Boolean.TRUE.equals(role.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    private static Stream<String> parts(String text) {
        return Stream.of((text == null ? "" : text).split("[,;]")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Optional<Money> read(String part) {
        Matcher matcher = AMOUNT.matcher(part);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String code = matcher.group(1).toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream().filter(currency -> currency.getCurrencyCode().equals(code))
                .filter(currency -> decimals(matcher.group(2)) <= Math.max(0, currency.getDefaultFractionDigits())).findFirst()
                .map(currency -> Money.parse(matcher.group(2), currency));
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    public AlertKind getKind() {
        return kind;
    }

    public Map<String, Boolean> getRoles() {
        return roles;
    }

    public boolean isLive() {
        return live;
    }

    public void setLive(boolean live) {
        this.live = live;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getPeople() {
        return people;
    }

    public void setPeople(String people) {
        this.people = people;
    }
}
