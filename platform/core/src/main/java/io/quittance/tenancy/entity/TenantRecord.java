package io.quittance.tenancy.entity;

import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;

/** A row of the platform's tenant directory. */
@Entity
@Table(name = "tenant")
public class TenantRecord {

    @Id
    private long id;
    private String slug;
    private String name;
    @Enumerated(EnumType.STRING)
    private TenantStatus status;
    private String country;
    private String currency;
    private String zone;
    private String language;
    private String blueprint;
    private String organisation;
    @Column(name = "owner_email")
    private String ownerEmail;
    @Column(name = "owner_first_name")
    private String ownerFirstName;
    @Column(name = "owner_last_name")
    private String ownerLastName;
    @Column(name = "created_at")
    private LocalDateTime createdAt;

    protected TenantRecord() {
    }

    public TenantRecord(Tenant tenant, SignUpDetails details, Instant createdAt) {
        this.id = tenant.id().value();
        this.slug = tenant.slug();
        this.name = tenant.name();
        this.status = tenant.status();
        this.country = tenant.country();
        this.currency = tenant.currency().getCurrencyCode();
        this.zone = tenant.zone().getId();
        this.language = tenant.language().toLanguageTag();
        this.blueprint = tenant.blueprint();
        this.organisation = tenant.organisation();
        this.ownerEmail = details.ownerEmail();
        this.ownerFirstName = details.ownerFirstName();
        this.ownerLastName = details.ownerLastName();
        this.createdAt = LocalDateTime.ofInstant(createdAt, ZoneOffset.UTC);
    }

    public Tenant toTenant() {
        return new Tenant(new TenantId(id), slug, name, status, country, Currency.getInstance(currency), ZoneId.of(zone),
                Locale.forLanguageTag(language), blueprint, organisation);
    }

    public SignUpDetails details() {
        return new SignUpDetails(ownerEmail, ownerFirstName, ownerLastName);
    }

    public void activate() {
        status = TenantStatus.ACTIVE;
    }

    public void belongsTo(String organisationId) {
        organisation = organisationId;
    }
}
