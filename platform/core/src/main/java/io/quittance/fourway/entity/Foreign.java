package io.quittance.fourway.entity;

import io.quittance.fourway.Reason;
import io.quittance.fourway.entity.Facts.Banked;
import io.quittance.fourway.entity.Facts.Received;
import io.quittance.tenancy.TenantMark;
import java.util.List;

/** Finds what belongs to another tenant, by the marks at the ends of references; asks nobody. */
final class Foreign {

    private final TenantMark ours;
    private final Findings findings;

    Foreign(TenantMark ours, Findings findings) {
        this.ours = ours;
        this.findings = findings;
    }

    boolean is(Banked line) {
        return Written.marks(line.texts()).anyMatch(mark -> !mark.equals(ours));
    }

    boolean is(Received payment) {
        return !payment.attempt().endsWith(ours.value()) && TenantMark.endOf(payment.attempt()).isPresent();
    }

    void note(Banked line) {
        findings.add(Reason.LINE_OF_ANOTHER_TENANT, "line:" + line.id(), line.day(), line.amount(),
                List.of(Findings.ref(line)));
    }

    void note(Received payment) {
        payment.capture().ifPresent(move -> findings.add(Reason.PAYMENT_OF_ANOTHER_TENANT,
                "payment:" + payment.id(), move.day(), move.amount(), List.of(Findings.ref(payment)), payment.reference()));
    }
}
