package io.quittance.web.billing;

import io.quittance.billing.BillingMember;
import io.quittance.billing.BillingPreview;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingState;
import io.quittance.spi.money.Money;
import java.time.Instant;

/** A billing run as it stands. FinishedAt is absent while something waits. */
public record BillingRunJson(String id, BillingState state, boolean mail, int total, int issued, int failed, int skipped, String actor,
        Instant createdAt, Instant finishedAt) {

    /** A draft of a run. Position is the order in which numbers are drawn; note says why it was not issued. */
    public record MemberJson(int position, String invoice, String customerName, String note) {

        static MemberJson of(BillingMember member) {
            return new MemberJson(member.position(), member.invoice().toString(), member.customerName(), member.note());
        }
    }

    /** What a selection comes to in one currency. */
    public record PreviewJson(int drafts, Money gross) {

        static PreviewJson of(BillingPreview preview) {
            return new PreviewJson(preview.drafts(), preview.gross());
        }
    }

    static BillingRunJson of(BillingRun run) {
        return new BillingRunJson(run.id().toString(), run.state(), run.mail(), run.total(), run.issued(), run.failed(), run.skipped(),
                run.actor(), run.createdAt(), run.finishedAt().orElse(null));
    }
}
