package io.quittance.web.customer;

import io.quittance.customer.BillingDefaults;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerKind;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** What a person types about a customer. */
public class CustomerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name = "";
    private CustomerKind kind;
    private String segment = "";
    private String emails = "";
    private String language = "";
    private String zone = "";
    private int termsDays;
    private BigDecimal creditLimit;
    private Currency creditCurrency;
    private Currency currency;
    private BigDecimal discountPercent;
    private PriceMode prices;
    private String externalRef = "";
    private String taxId = "";
    private String street = "";
    private String extra = "";
    private String postcode = "";
    private String city = "";
    private String region = "";
    private String country = "";

    void fill(BillingDefaults billing) {
        currency = billing.currency().orElse(null);
        prices = billing.prices().orElse(null);
        discountPercent = billing.discountPercent().signum() == 0 ? null : billing.discountPercent();
    }

    BillingDefaults billing() {
        return new BillingDefaults(Optional.ofNullable(currency), discountPercent == null ? BigDecimal.ZERO : discountPercent,
                Optional.ofNullable(prices));
    }

    /** @throws ArithmeticException when it has more decimals than its currency */
    Optional<Money> limit() {
        return Optional.ofNullable(creditLimit).map(most -> Money.of(most, creditCurrency, RoundingMode.UNNECESSARY));
    }

    void fill(CustomerDetails details) {
        name = details.name();
        kind = details.kind();
        segment = details.segment();
        emails = String.join(", ", details.emails());
        language = details.language().getLanguage();
        zone = details.zone().getId();
        termsDays = details.termsDays();
        details.creditLimit().ifPresent(limit -> {
            creditLimit = limit.toDecimal();
            creditCurrency = limit.currency();
        });
        externalRef = details.externalRef();
        taxId = details.taxId();
        street = details.address().street();
        extra = details.address().extra();
        postcode = details.address().postcode();
        city = details.address().city();
        region = details.address().region();
        country = details.address().country();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public CustomerKind getKind() {
        return kind;
    }

    public void setKind(CustomerKind kind) {
        this.kind = kind;
    }

    public String getSegment() {
        return segment;
    }

    public void setSegment(String segment) {
        this.segment = segment == null ? "" : segment.strip();
    }

    public String getEmails() {
        return emails;
    }

    public void setEmails(String emails) {
        this.emails = emails == null ? "" : emails.strip();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language == null ? "" : language.strip();
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone == null ? "" : zone.strip();
    }

    public int getTermsDays() {
        return termsDays;
    }

    public void setTermsDays(int termsDays) {
        this.termsDays = termsDays;
    }

    public BigDecimal getCreditLimit() {
        return creditLimit;
    }

    public void setCreditLimit(BigDecimal creditLimit) {
        this.creditLimit = creditLimit;
    }

    public Currency getCreditCurrency() {
        return creditCurrency;
    }

    public void setCreditCurrency(Currency creditCurrency) {
        this.creditCurrency = creditCurrency;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public BigDecimal getDiscountPercent() {
        return discountPercent;
    }

    public void setDiscountPercent(BigDecimal discountPercent) {
        this.discountPercent = discountPercent;
    }

    public String getExternalRef() {
        return externalRef;
    }

    public void setExternalRef(String externalRef) {
        this.externalRef = externalRef == null ? "" : externalRef.strip();
    }

    public String getTaxId() {
        return taxId;
    }

    public void setTaxId(String taxId) {
        this.taxId = taxId == null ? "" : taxId.strip();
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street == null ? "" : street.strip();
    }

    public String getExtra() {
        return extra;
    }

    public void setExtra(String extra) {
        this.extra = extra == null ? "" : extra.strip();
    }

    public String getPostcode() {
        return postcode;
    }

    public void setPostcode(String postcode) {
        this.postcode = postcode == null ? "" : postcode.strip();
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city == null ? "" : city.strip();
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region == null ? "" : region.strip();
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country == null ? "" : country.strip();
    }

    public PriceMode getPrices() {
        return prices;
    }

    public void setPrices(PriceMode prices) {
        this.prices = prices;
    }
}
