package io.quittance.allocation.boundary;

import io.quittance.access.ActedBy;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.PaymentRequest;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.control.HandRecording;
import io.quittance.idempotency.OnceOutcome;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.idempotency.boundary.Idempotency;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentView;
import io.quittance.payment.boundary.Payments;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests of several callers, recorded in one unit with their keys and answers. */
@Boundary
public class PaymentGroup {

    @Inject
    HandRecording recording;
    @Inject
    Idempotency idempotency;
    @Inject
    Payments payments;

    /**
     * Does those of the requests that are plain: new, sound, and of an actor who may. The others change nothing here.
     *
     * @return in the order of the requests; empty where one has to be done alone, to be refused or answered as it deserves
     */
    @Requires(Permission.PAYMENT_RECORD)
    public List<Optional<OnceOutcome>> record(List<ActedBy<PaymentRequest>> requests) {
        Map<ActedBy<ManualPayment>, ActedBy<PaymentRequest>> wishes = new IdentityHashMap<>();
        List<ActedBy<ManualPayment>> plain = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (ActedBy<PaymentRequest> request : requests) {
            if (request.actor().may(Permission.PAYMENT_RECORD) && keys.add(request.what().once().key())) {
                ActedBy<ManualPayment> wish = request.with(request.what().payment());
                plain.add(wish);
                wishes.put(wish, request);
            }
        }
        List<Optional<RecordOutcome>> outcomes = recording.recordTogether(plain, sound -> {
            Set<String> claimed = idempotency.claimAll(sound.stream().map(wish -> wishes.get(wish).what().once()).toList());
            return sound.stream().filter(wish -> claimed.contains(wishes.get(wish).what().once().key())).toList();
        });
        Map<ActedBy<PaymentRequest>, PaymentId> recorded = new IdentityHashMap<>();
        for (int i = 0; i < plain.size(); i++) {
            if (outcomes.get(i).isPresent() && outcomes.get(i).get() instanceof RecordOutcome.Recorded done) {
                recorded.put(wishes.get(plain.get(i)), done.payment());
            }
        }
        return answered(requests, recorded);
    }

    private List<Optional<OnceOutcome>> answered(List<ActedBy<PaymentRequest>> requests,
            Map<ActedBy<PaymentRequest>, PaymentId> recorded) {
        Map<PaymentId, PaymentRow> rows = new HashMap<>();
        payments.all(List.copyOf(recorded.values())).forEach(row -> rows.put(row.id(), row));
        Map<String, StoredAnswer> answers = new HashMap<>();
        // of what was recorded this instant there is no history yet
        recorded.forEach((request, payment) -> answers.put(request.what().once().key(), CurrentActor.run(request.actor(),
                () -> request.what().answer().apply(new PaymentView(rows.get(payment), List.of())))));
        if (!answers.isEmpty()) {
            idempotency.keepAll(answers);
        }
        return requests.stream().map(request -> recorded.containsKey(request)
                ? Optional.<OnceOutcome>of(new OnceOutcome.Done(answers.get(request.what().once().key())))
                : Optional.<OnceOutcome>empty()).toList();
    }
}
