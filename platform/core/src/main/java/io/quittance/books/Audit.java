package io.quittance.books;

import java.util.List;

/**
 * What an audit saw.
 *
 * @param tenants  slugs of those audited
 * @param entries  journal entries read
 * @param payments payments read
 * @param waiting  deliveries kept but not applied yet: no fault
 * @param dead     deliveries among the dead letters: no fault, but somebody should look
 * @param findings empty when every promise holds
 */
public record Audit(List<String> tenants, long entries, long payments, long waiting, long dead, List<Finding> findings) {

    public Audit {
        tenants = List.copyOf(tenants);
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }
}
