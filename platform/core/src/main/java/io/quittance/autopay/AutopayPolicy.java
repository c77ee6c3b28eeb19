package io.quittance.autopay;

import io.quittance.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When payers are told of charges, and when a charge is tried again that was refused for a reason that may pass.
 *
 * @param notice    what is announced from now on; payers who were promised more days when they agreed get those
 * @param retryDays calendar days from each refusal to the next try, in this order; after the last of them it is over
 */
public record AutopayPolicy(NoticeDays notice, List<Integer> retryDays) {

    /** The day between is the payer's, to cover the account or to object. */
    public static final int LEAST_NOTICE = 1;
    /** What is told more than a month before is forgotten, and most invoices are not even known for so long before they are due. */
    public static final int MOST_NOTICE = 30;
    /** Tries after the first. Card schemes count them and charge for what is tried too often; Visa bears 15 in 30 days. */
    public static final int MOST_RETRIES = 8;
    /** The longest wait for a try: later, reminders are overdue themselves. */
    public static final int LONGEST_WAIT = 30;

    public AutopayPolicy {
        retryDays = List.copyOf(retryDays);
    }

    /** What is wrong with it, if anything. */
    public List<Fault> check() {
        List<Fault> faults = new ArrayList<>();
        if (isOutside(notice.directDebit())) {
            faults.add(Fault.of("directDebitNoticeDays", notice.directDebit(), "autopay.directDebitNoticeDays", LEAST_NOTICE, MOST_NOTICE));
        }
        if (isOutside(notice.other())) {
            faults.add(Fault.of("noticeDays", notice.other(), "autopay.noticeDays", LEAST_NOTICE, MOST_NOTICE));
        }
        if (retryDays.size() > MOST_RETRIES || retryDays.stream().anyMatch(days -> days < 1 || days > LONGEST_WAIT)) {
            faults.add(Fault.of("retryDays", retryDays.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    "autopay.retryDays", MOST_RETRIES, LONGEST_WAIT));
        }
        return faults;
    }

    private static boolean isOutside(int days) {
        return days < LEAST_NOTICE || days > MOST_NOTICE;
    }
}
