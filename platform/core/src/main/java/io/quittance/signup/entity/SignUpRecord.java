package io.quittance.signup.entity;

import io.quittance.signup.SignUpForm;
import io.quittance.tenancy.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A request to sign a business up. Holds the hash of its link, not the link. */
@Entity
@Table(name = "sign_up")
public class SignUpRecord {

    @Id
    private long id;
    private String business;
    private String slug;
    private String country;
    private String currency;
    private String zone;
    private String language;
    private String blueprint;
    @Column(name = "first_name")
    private String firstName;
    @Column(name = "last_name")
    private String lastName;
    private String email;
    private String address;
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "progress_hash")
    private String progressHash;
    @Column(name = "requested_at")
    private Instant requestedAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    @Column(name = "tenant_id")
    private Long tenant;

    protected SignUpRecord() {
    }

    public SignUpRecord(long id, SignUpForm form, String email, String address, String tokenHash, Instant requestedAt, Instant expiresAt) {
        this.id = id;
        this.business = form.business().strip();
        this.slug = form.slug();
        this.country = form.country();
        this.currency = form.currency();
        this.zone = form.zone();
        this.language = form.language();
        this.blueprint = form.blueprint();
        this.firstName = form.firstName().strip();
        this.lastName = form.lastName().strip();
        this.email = email;
        this.address = address;
        this.tokenHash = tokenHash;
        this.requestedAt = requestedAt;
        this.expiresAt = expiresAt;
    }

    public SignUpForm form() {
        return new SignUpForm(business, slug, country, currency, zone, language, blueprint, firstName, lastName, email);
    }

    public boolean isOpen(Instant now) {
        return confirmedAt == null && now.isBefore(expiresAt);
    }

    /** Uses the link up. */
    public void confirmed(TenantId became, String progress, Instant now) {
        if (!isOpen(now)) {
            throw new IllegalStateException("sign-up " + id + " can no longer be confirmed");
        }
        tenant = became.value();
        progressHash = progress;
        confirmedAt = now;
    }

    /** The tenant it became; confirmed requests only. */
    public TenantId tenant() {
        return new TenantId(tenant);
    }
}
